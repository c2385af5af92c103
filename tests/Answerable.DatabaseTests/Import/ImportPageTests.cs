using System.Net;
using System.Net.Http.Headers;
using Answerable.App.Import;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Import;

/// <summary>Bringing files in by the page, to the end, carried on by the server itself.</summary>
public sealed class ImportPageTests(OneCentre one) : IClassFixture<OneCentre>
{
    private const string Table = "Ref,Start,Result\n1,2026-07-01 09:00,Answered\n2,soon,Answered\n3,2026-07-01 09:00,Abandoned\n";

    [Fact]
    public async Task A_table_is_brought_mapped_checked_and_imported_and_what_was_rejected_can_be_downloaded()
    {
        var time = new ManualTime(new DateTimeOffset(2026, 10, 9, 9, 0, 0, TimeSpan.Zero));
        await using var centre = new WebCentre(time: time);
        var client = await centre.SignedInAsync(Role.Planner);
        using var brought = await BringAsync(client, "generic-csv", Table);
        Assert.Equal(HttpStatusCode.SeeOther, brought.StatusCode);
        var columns = brought.Headers.Location!.ToString();
        Assert.EndsWith("/columns", columns, StringComparison.Ordinal);
        Assert.Contains(">soon</td>", await client.GetStringAsync(columns), StringComparison.Ordinal);
        using var refused = await WebCentre.PostAsync(client, columns, "columns", Columns("Nonesuch"));
        Assert.Contains("has no column Nonesuch", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var chosen = await WebCentre.PostAsync(client, columns, "columns", Columns("Start"));
        Assert.Equal(HttpStatusCode.Found, chosen.StatusCode);
        var id = ImportId.From(Guid.Parse(columns.Split('/')[2]));
        var ready = await WaitAsync(centre, time, id, ImportState.Ready);
        Assert.Equal((3, 2, 1), (ready.Rows, ready.Imported, ready.Rejected));
        Assert.DoesNotContain((await centre.Dispatcher.AskAsync(new ImportList(), Actor.System)).Value.Imports, import =>
            import.State == ImportState.Finished);
        using var started = await StepAsync(client, id, "start");
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        var finished = await WaitAsync(centre, time, id, ImportState.Finished);
        Assert.Equal((3, 2, 1), (finished.Rows, finished.Imported, finished.Rejected));
        using var given = await client.GetAsync($"/imports/{id}/rejected.csv", TestContext.Current.CancellationToken);
        // Whoever asked for it keeps it, and nothing on the way: people's troubles stand in it.
        Assert.True(given.Headers.CacheControl!.NoStore);
        Assert.EndsWith("-rejected.csv", given.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var table = await given.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("line,reason,row\r\n3,Start is 'soon'", table, StringComparison.Ordinal);
        Assert.Contains("Rejected rows: 1 row", await client.GetStringAsync($"/imports/{id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("technion-bank", "", "The file is empty.")]
    [InlineData("technion-bank", "a\tb\n1\t2\n", "call_id, customer_id")]
    [InlineData("amazon-connect-ctr", "{\"ContactId\":", "breaks off inside it")]
    [InlineData("amazon-connect-ctr", "[[[[", "no record begins in it")]
    [InlineData("nonesuch", "x", "There is no profile")]
    public async Task A_file_that_cannot_be_meant_is_told_so_at_once_and_not_kept(string profile, string text, string sentence)
    {
        var centre = one.Web;
        var before = await CountAsync(centre);
        using var answer = await BringAsync(await centre.SignedInAsync(Role.Planner), profile, text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(WebUtility.HtmlEncode(sentence), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(centre));
    }

    [Fact]
    public async Task A_form_without_its_token_or_its_file_is_turned_away()
    {
        var centre = one.Web;
        var client = await centre.SignedInAsync(Role.Planner);
        var before = await CountAsync(centre);
        using var stale = await client.PostAsync("/imports/files", Form("none", "generic-csv", Table));
        Assert.Contains("stale", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var nothing = await client.PostAsync("/imports/files", new FormUrlEncodedContent([]));
        Assert.Contains("Choose a file.", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(centre));
    }

    [Fact]
    public async Task A_discarded_file_is_gone_and_cannot_be_started()
    {
        var centre = one.Web;
        var client = await centre.SignedInAsync(Role.Planner);
        using var brought = await BringAsync(client, "generic-csv", Table);
        var id = ImportId.From(Guid.Parse(brought.Headers.Location!.ToString().Split('/')[2]));
        using var discarded = await StepAsync(client, id, "disposal");
        Assert.Equal(HttpStatusCode.SeeOther, discarded.StatusCode);
        using var started = await StepAsync(client, id, "start");
        Assert.Contains("another state by now: discarded", await started.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A name of characters that the framework knows and does not read is a refusal as any other.</summary>
    [Fact]
    public async Task A_way_of_writing_characters_that_is_not_read_is_refused_by_every_door()
    {
        var client = await one.Web.SignedInAsync(Role.Planner);
        var form = Form(await WebCentre.TokenAsync(client, "/imports"), "generic-csv", Table, "utf-7");
        using var refused = await client.PostAsync("/imports/files", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("is no way of writing characters", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var brought = await BringAsync(client, "generic-csv", Table);
        using var looked = await client.GetAsync($"{brought.Headers.Location}?encoding=utf-7");
        Assert.True((int)looked.StatusCode < 500, $"{looked.StatusCode}");
        Assert.Contains("is no way of writing characters", await looked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_mapping_is_listed_with_who_saved_it_and_forgotten_by_a_button()
    {
        var client = await one.Web.SignedInAsync(Role.Planner);
        const string Another = "Number,Start,Result\n1,2026-07-01 09:00,handled\n";
        using var brought = await BringAsync(client, "generic-csv", Another);
        var id = ImportId.From(Guid.Parse(brought.Headers.Location!.ToString().Split('/')[2]));
        var columns = Columns("Start");
        columns["Form.Columns[id]"] = "Number";
        using var chosen = await WebCentre.PostAsync(client, $"/imports/{id}/columns", "columns", columns);
        using var saved = await PostAsync(client, $"/imports/{id}/mapping", "Night's calls");
        Assert.Equal($"/imports/{id}?kept=Night%27s%20calls#mapping", saved.Headers.Location!.OriginalString);
        var page = await client.GetStringAsync("/imports");
        Assert.Contains("Saved mappings", page, StringComparison.Ordinal);
        Assert.Contains("Number, Start, Result", page, StringComparison.Ordinal);
        using var forgotten = await PostAsync(client, "/imports/mappings/disposal", "Night's calls");
        Assert.Equal("/imports#mappings", forgotten.Headers.Location!.OriginalString);
        Assert.DoesNotContain("Saved mappings", await client.GetStringAsync("/imports"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string name) =>
        await client.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string>
        { ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/imports"), ["name"] = name }));

    private static async Task<int> CountAsync(WebCentre centre) => (await centre.Dispatcher.AskAsync(new ImportList(), Actor.System)).Value.Total;

    private static async Task<HttpResponseMessage> BringAsync(HttpClient client, string profile, string text) =>
        await client.PostAsync("/imports/files", Form(await WebCentre.TokenAsync(client, "/imports"), profile, text));

    private static MultipartFormDataContent Form(string token, string profile, string text, string encoding = "") => new()
    {
        { new StringContent(token), "__RequestVerificationToken" },
        { new StringContent(profile), "profile" },
        { new StringContent(encoding), "encoding" },
        { new StringContent(text, new MediaTypeHeaderValue("text/csv")), "file", "table.csv" },
    };

    private static async Task<HttpResponseMessage> StepAsync(HttpClient client, ImportId id, string noun) =>
        await client.PostAsync($"/imports/{id}/{noun}",
        new FormUrlEncodedContent(new Dictionary<string, string>
        { ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/imports") }));

    private static Dictionary<string, string> Columns(string arrived) => new()
    {
        ["Form.Columns[id]"] = "Ref",
        ["Form.Columns[arrived]"] = arrived,
        ["Form.Columns[outcome]"] = "Result",
        ["Form.Delimiter"] = "comma",
        ["Form.Zone"] = "Europe/London",
        ["Form.Dates"] = "iso",
        ["Form.Said[outcome].Words[0]"] = "Answered",
        ["Form.Said[outcome].Means[0]"] = "handled",
    };

    /// <summary>The server looks for imports once a second; the clock is put on rather than waited for.</summary>
    private static Task<ImportReport> WaitAsync(WebCentre centre, ManualTime time, ImportId id, ImportState state) =>
        Soon.FoundAsync($"the import is {state}", async () =>
        {
            var report = (await centre.Dispatcher.AskAsync(new ImportRecord(id), Actor.System)).Value;
            return report.State == state ? report : null;
        }, () => time.Pass(TimeSpan.FromSeconds(1)));
}
