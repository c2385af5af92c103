using Answerable.Web.Shared;

namespace Answerable.Tests.Web;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**strong**", "<strong>strong</strong>")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;")]
    [InlineData("[x](javascript:alert(1))", "href=\"#\"")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "href=\"#\"")]
    [InlineData("[x](//elsewhere.example)", "href=\"#\"")]
    [InlineData("[x](data:text/html,hello)", "href=\"#\"")]
    [InlineData("<javascript:alert(1)>", "href=\"#\"")]
    [InlineData("[x](/procedures)", "href=\"/procedures\"")]
    [InlineData("[x](https://www.gov.uk)", "href=\"https://www.gov.uk\"")]
    [InlineData("# Large", "<h4>Large</h4>")]
    [InlineData("![picture](https://elsewhere.example/p.png)", "<a href=")]
    public void Markdown_becomes_safe_markup(string text, string within) =>
        Assert.Contains(within, Markdown.Of(text).Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<b onclick=alert(1)>x</b>")]
    [InlineData("![p](javascript:alert(1))")]
    public void Nothing_that_runs_comes_through(string text)
    {
        var markup = Markdown.Of(text).Value;
        Assert.DoesNotContain("<img", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<b ", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*")]
    [InlineData("* ")]
    [InlineData("*a")]
    [InlineData("_")]
    [InlineData("1. ")]
    [InlineData("- ")]
    [InlineData("`")]
    [InlineData("|")]
    [InlineData("<")]
    [InlineData("[](")]
    [InlineData("**a ")]
    [InlineData("&")]
    public void Whatever_is_nested_however_deep_is_shown(string mark)
    {
        foreach (var times in new[] { 100, 200, 5_000, 16_000, 100_000 })
            Assert.NotEmpty(Markdown.Of(string.Concat(Enumerable.Repeat(mark, times)) + "words").Value);
        Assert.Equal("<p class=\"as-typed\">" + new string('>', 200).Replace(">", "&gt;", StringComparison.Ordinal) + "&lt;b&gt;</p>\n",
            Markdown.Of(new string('>', 200) + "<b>").Value);
    }
}
