using System.Text.RegularExpressions;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Http;

namespace Answerable.DatabaseTests.Web;

/// <summary>The part that narrows a list by one of a few words.</summary>
public sealed class FilterTests(OneCentre one) : IClassFixture<OneCentre>
{
    private static readonly Choice[] States = [new("", "All", 1234), new("Open", "Open", 7), new("Closed", "Closed", 0)];

    [Fact]
    public async Task Each_choice_says_how_many_there_are_and_leads_to_the_first_page_with_all_else_kept()
    {
        var links = await LinksAsync("?from=2026-09-01&state=Open&page=3&sort=-waited");
        Assert.Equal(["All (1,234)", "Open (7)", "Closed (0)"], links.Select(link => link.Words));
        Assert.Equal(
            ["/contacts?from=2026-09-01&sort=-waited", "/contacts?from=2026-09-01&sort=-waited&state=Open",
                "/contacts?from=2026-09-01&sort=-waited&state=Closed"], links.Select(link => link.Url));
    }

    [Theory]
    [InlineData("", "All")]
    [InlineData("?state=Closed", "Closed")]
    [InlineData("?state=closed", "All")]
    [InlineData("?state=Elsewhere", "All")]
    public async Task What_is_chosen_says_so_and_what_is_no_choice_is_all(string query, string chosen) =>
        Assert.StartsWith(chosen, Assert.Single(await LinksAsync(query), link => link.Current).Words, StringComparison.Ordinal);

    private async Task<List<(string Url, string Words, bool Current)>> LinksAsync(string query)
    {
        var asked = new DefaultHttpContext();
        (asked.Request.Path, asked.Request.QueryString) = ("/contacts", new QueryString(query));
        var html = await Rendered.OfAsync<Filter>(one.Web.Services, asked, new() { ["Label"] = "State", ["Word"] = "state", ["Of"] = States });
        Assert.Contains("aria-label=\"State\"", html, StringComparison.Ordinal);
        return [.. Regex.Matches(html, "<a([^>]*)>([^<]*)</a>").Select(link => (link.Groups[1].Value, link.Groups[2].Value))
            .Select(link => (Regex.Match(link.Item1, "href=\"([^\"]*)\"").Groups[1].Value, link.Item2,
                link.Item1.Contains("aria-current=\"true\"", StringComparison.Ordinal)))];
    }
}
