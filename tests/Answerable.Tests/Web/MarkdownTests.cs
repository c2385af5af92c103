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
}
