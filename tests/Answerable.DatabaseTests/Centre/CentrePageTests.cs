using System.Net;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Centre;

/// <summary>Each form of the centre's page has an address of its own, and what is refused stands in that form with all that was typed.</summary>
public sealed class CentrePageTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Fact]
    public async Task An_unknown_queue_is_refused_at_its_own_form_with_all_that_was_typed_and_a_way_to_say_that_it_is_new()
    {
        Dictionary<string, string> typed = new() { ["Week.Queue"] = "Complaints", ["Week.Monday"] = "09:00-12:30", ["Week.Sunday"] = "10:00-11:00" };
        var (status, page) = await SentAsync("/centre/weeks", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Matches("id=\"week-queue-refused\">No contact, plan or opening hours name the queue 'Complaints' yet", page);
        Assert.DoesNotContain("id=\"special-queue-refused\"", page, StringComparison.Ordinal);
        foreach (var value in typed.Values)
            Assert.Contains($"value=\"{value}\"", page, StringComparison.Ordinal);
        Assert.Matches("name=\"Week.NewQueue\" value=\"true\"", page);
        typed["Week.NewQueue"] = "true";
        Assert.Equal(HttpStatusCode.SeeOther, (await SentAsync("/centre/weeks", typed)).Status);
        Assert.Matches("<option value=\"Complaints\"", await PageAsync());
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("1899-12-31")]
    [InlineData("2199-12-31")]
    public async Task A_special_day_at_the_calendars_edge_gets_a_sentence_at_its_field_and_stays_as_it_was_typed(string date)
    {
        var (status, page) = await SentAsync("/centre/special-days", new() { ["Special.Date"] = date, ["Special.Why"] = $"Edge {date}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Matches("id=\"date-refused\">Choose a date from \\d{4}-\\d\\d-\\d\\d to", page);
        Assert.Contains($"value=\"{date}\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"Edge {date}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"Edge {date}", await PageAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await SentAsync("/centre/special-days/removal", new() { ["date"] = date })).Status);
    }

    [Fact]
    public async Task An_address_that_only_takes_forms_leads_to_the_page()
    {
        var answer = await (await one.Web.SignedInAsync(Role.Administrator)).GetAsync("/centre/weeks", TestContext.Current.CancellationToken);
        Assert.Equal("/centre", answer.Headers.Location?.ToString());
    }

    private async Task<string> PageAsync() => WebUtility.HtmlDecode(
        await (await one.Web.SignedInAsync(Role.Administrator)).GetStringAsync("/centre", TestContext.Current.CancellationToken));

    private async Task<(HttpStatusCode Status, string Page)> SentAsync(string address, Dictionary<string, string> typed)
    {
        var client = await one.Web.SignedInAsync(Role.Administrator);
        var fields = new Dictionary<string, string>(typed) { ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/centre") };
        using var answer = await client.PostAsync(address, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
