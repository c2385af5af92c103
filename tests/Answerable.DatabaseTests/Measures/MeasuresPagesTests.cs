using System.Net;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Measures;

public sealed class MeasuresPagesTests
{
    [Theory]
    [InlineData("/measures?queue=wine", "No contact has the queue &#x27;wine&#x27;. There are: water.")]
    [InlineData("/measures/contacts?queue=wine", "No contact has the queue &#x27;wine&#x27;. There are: water.")]
    [InlineData("/measures/contacts?type=wine", "No contact has the contact type &#x27;wine&#x27;.")]
    [InlineData("/measures/fcr?definition=7", "has no definition of version 7.")]
    [InlineData("/agents?team=wine", "No contact has the team &#x27;wine&#x27;.")]
    public async Task A_value_that_no_contact_has_is_said_on_the_page_above_its_form(string address, string sentence)
    {
        await using var centre = new WebCentre();
        await centre.Services.GetRequiredService<Writer>().AppendAsync([Entry.Of(
            new ContactRecorded(Channel.Phone, "water", null, null, ContactState.Handled, 1000, 60_000, 0, 5_000, null, "Ann", null),
            new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), FactKind.Live, "test", "1", new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5), null)]);
        using var answer = await (await centre.SignedInAsync(Role.Manager)).GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"What is shown\"", page, StringComparison.Ordinal);
    }

    /// <summary>An emptied field, or one that is no whole number, is asked back; a nought may be meant, and is never supposed.</summary>
    [Theory]
    [InlineData("", "This is needed.")]
    [InlineData("1e9", "“1e9” cannot be read here")]
    [InlineData("99999999999", "“99999999999” cannot be read here")]
    public async Task A_number_that_cannot_be_read_is_asked_back_and_stands_there_as_typed(string typed, string sentence)
    {
        await using var centre = new WebCentre();
        var client = await centre.SignedInAsync(Role.Manager);
        const string Address = "/measures/service-level-f5/definition";
        using var answer = await client.PostAsync(Address, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, Address),
            ["_handler"] = "definition",
            ["Model.From"] = "2026-11-01",
            ["Model.Threshold"] = typed,
            ["Model.ShortAbandon"] = "5",
            ["Model.Reason"] = "The board asks for it.",
        }));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Matches($"id=\"threshold\" name=\"Model.Threshold\" value=\"{typed}\"", page);
        Assert.Contains("The board asks for it.", page, StringComparison.Ordinal);
        Assert.Single((await centre.Dispatcher.AskAsync(new App.Measures.DefinitionHistory("service-level-f5"), Actor.System)).Value);
    }

    [Fact]
    public async Task A_files_numerator_by_its_denominator_is_its_value_in_the_unit_it_says()
    {
        await using var centre = new WebCentre();
        await centre.Services.GetRequiredService<Writer>().AppendAsync([Of(1, "Bea", 90_125), Of(2, "Ann", 60_000)]);
        var client = await centre.SignedInAsync(Role.Manager);
        using var given = await client.GetAsync("/measures/handling-time/figures.csv?from=2026-09-01&last=2026-09-01");
        Assert.True(given.Headers.CacheControl!.NoStore);
        var file = await given.Content.ReadAsStringAsync();
        var cells = file.Split("\r\n").Select(line => line.Split(',')).First(line => line is [_, _, _, _, _, { Length: > 0 }, "seconds", ..]);
        Assert.Equal(("150.125", "2", "75.0625"), (cells[7], cells[8], cells[5]));
    }

    [Fact]
    public async Task Agents_stand_in_the_order_of_the_column_that_is_followed_and_without_one_by_name()
    {
        await using var centre = new WebCentre();
        await centre.Services.GetRequiredService<Writer>().AppendAsync([
            Of(1, "Bea", 90_000), Of(2, "Ann", 60_000), Of(3, "Cal", 30_000)]);
        var client = await centre.SignedInAsync(Role.Manager);
        Assert.Equal(["Ann", "Bea", "Cal"], await NamesAsync(client, ""));
        Assert.Equal(["Cal", "Ann", "Bea"], await NamesAsync(client, "&sort=handling-time"));
        Assert.Equal(["Bea", "Ann", "Cal"], await NamesAsync(client, "&sort=-handling-time"));
        Assert.Equal(["Cal", "Bea", "Ann"], await NamesAsync(client, "&sort=-agent"));
        var page = await client.GetStringAsync("/agents?from=2026-09-01&last=2026-09-01&sort=handling-time");
        Assert.Matches("aria-sort=\"ascending\">\\s*<a href=\"/agents[^\"]*sort=-handling-time\"", page);
        Assert.Matches("<tfoot>[\\s\\S]*href=\"/measures/handling-time[^\"]*split=agent", page);
    }

    private static Entry Of(int number, string agent, int talkMs) => Entry.Of(
        new ContactRecorded(Channel.Phone, "water", null, null, ContactState.Handled, 1000, talkMs, 0, 0, null, agent, null),
        new DateTimeOffset(2026, 9, 1, 9, number, 0, TimeSpan.Zero), FactKind.Live, "test", $"{number}",
        new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5), null);

    private static async Task<string[]> NamesAsync(HttpClient client, string order) =>
        [.. System.Text.RegularExpressions.Regex.Matches(await client.GetStringAsync($"/agents?from=2026-09-01&last=2026-09-01{order}"),
            "<th scope=\"row\"[^>]*>(Ann|Bea|Cal)</th>").Select(found => found.Groups[1].Value)];
}
