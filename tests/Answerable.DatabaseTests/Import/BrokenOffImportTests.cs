using System.Net;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Import;

/// <summary>Of an import that a command had in hand when it was killed: it goes on nowhere by itself; that is said, and may be asked for.</summary>
public sealed class BrokenOffImportTests : IDisposable
{
    private const string Table = "Ref,Start,Result\n1,2026-07-01 09:00,Answered\n2,2026-07-01 09:00,Abandoned\n";

    private static readonly GenericMapping Mapping = new()
    {
        Columns = new Dictionary<string, string> { ["id"] = "Ref", ["arrived"] = "Start", ["outcome"] = "Result" },
    };

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"answerable-import-{App.Ids.New():N}.csv");

    public BrokenOffImportTests() => File.WriteAllText(_path, Table);

    public void Dispose() => File.Delete(_path);

    [Theory, EachDatabase]
    public async Task It_is_broken_off_once_its_command_has_not_been_heard_of_for_too_long(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await HeldAsync(centre);
        Assert.Equal((ImportState.Running, 1, 0), await StandingAsync(centre, id));
        Assert.Equal("import.state", Assert.Single((await centre.DoAsync(new ResumeImport(id))).Refusals).Code);
        centre.Time.Pass(TimeSpan.FromSeconds(6));
        Assert.Equal((ImportState.BrokenOff, 0, 1), await StandingAsync(centre, id));
        Assert.Equal("import.state", Assert.Single((await centre.DoAsync(new StopImport(id))).Refusals).Code);
    }

    [Theory, EachDatabase]
    public async Task A_server_goes_on_with_it_where_that_is_asked_for_and_leaves_the_file_to_whose_it_is(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await HeldAsync(centre);
        centre.Time.Pass(TimeSpan.FromSeconds(6));
        Assert.True((await centre.DoAsync(new ResumeImport(id))).Allowed);
        Assert.Equal((ImportState.Running, 1, 0), await StandingAsync(centre, id));
        var ended = await centre.Services.GetRequiredService<Importer>().RunAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal((ImportState.Finished, 2L), (ended.State, ended.Imported));
        Assert.True(File.Exists(_path));
    }

    [Theory, EachDatabase]
    public async Task It_is_not_gone_on_with_where_its_file_is_another_by_now_or_gone(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await HeldAsync(centre);
        centre.Time.Pass(TimeSpan.FromSeconds(6));
        await File.WriteAllTextAsync(_path, Table.Replace("2,", "3,", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var other = Assert.Single((await centre.DoAsync(new ResumeImport(id))).Refusals);
        Assert.Contains("run the same command again where the file is", other.Text, StringComparison.Ordinal);
        File.Delete(_path);
        Assert.Equal("import.file", Assert.Single((await centre.DoAsync(new ResumeImport(id))).Refusals).Code);
        Assert.Equal((ImportState.BrokenOff, 0, 1), await StandingAsync(centre, id));
    }

    [Fact]
    public async Task The_list_says_so_and_goes_on_with_it_at_a_press()
    {
        var time = new ManualTime(new DateTimeOffset(2026, 10, 9, 9, 0, 0, TimeSpan.Zero));
        await using var centre = new WebCentre(time: time);
        var client = await centre.SignedInAsync(Role.Planner);
        var id = (await centre.Dispatcher.DoAsync(await Importing.BeginAsync(GenericCsv.Name, _path, Mapping), Actor.System)).Value;
        var list = await client.GetStringAsync("/imports");
        Assert.Contains("Broken off", list, StringComparison.Ordinal);
        Assert.Contains($"action=\"/imports/{id}/resumption\"", list, StringComparison.Ordinal);
        Assert.Contains("was killed or interrupted", await client.GetStringAsync($"/imports/{id}"), StringComparison.Ordinal);

        using var pressed = await client.PostAsync($"/imports/{id}/resumption", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/imports") }));
        Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
        await Soon.FoundAsync("the import is finished", async () =>
        {
            var report = (await centre.Dispatcher.AskAsync(new ImportRecord(id), Actor.System)).Value;
            return report is { State: ImportState.Finished, Imported: 2 } ? report : null;
        }, () => time.Pass(TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain("/resumption", await client.GetStringAsync("/imports"), StringComparison.Ordinal);
    }

    /// <summary>In the hands of a command, for five seconds from now.</summary>
    private async Task<ImportId> HeldAsync(TestCentre centre)
    {
        var id = (await centre.DoAsync(await Importing.BeginAsync(GenericCsv.Name, _path, Mapping))).Value;
        var until = centre.Time.GetUtcNow().AddSeconds(5);
        await using var db = centre.OpenDb();
        await db.Set<ImportRow>().ExecuteUpdateAsync(set => set
            .SetProperty(row => row.HeldBy, App.Ids.New()).SetProperty(row => row.HeldUntil, until));
        return id;
    }

    /// <summary>How it stands by itself, and in how many lines of the list it is running and broken off.</summary>
    private static async Task<(ImportState State, int Running, int BrokenOff)> StandingAsync(TestCentre centre, ImportId id)
    {
        var state = (await centre.AskAsync(new ImportRecord(id))).Value.State;
        var listing = (await centre.AskAsync(new ImportList())).Value;
        Assert.Equal((state, 1), (Assert.Single(listing.Imports).State, Assert.Single(listing.States).Value));
        return (state, await InAsync(ImportState.Running), await InAsync(ImportState.BrokenOff));

        async Task<int> InAsync(ImportState asked) => (await centre.AskAsync(new ImportList(1, asked))).Value.Total;
    }
}
