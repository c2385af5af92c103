using System.Text;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.App.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Import;

/// <summary>What may be done with a file that was brought, step by step, and what is refused in which state.</summary>
public sealed class ImportActsTests
{
    private const string Table = "Ref;Arrived at;Result\n1;2026-07-01 09:00;Answered\n2;soon;4111 1111 1111 1111\n";

    private static readonly GenericMapping Mapping = new()
    {
        Delimiter = ';',
        Columns = new Dictionary<string, string> { ["id"] = "Ref", ["arrived"] = "Arrived at", ["outcome"] = "Result" },
        Rejected = ["4111 1111 1111 1111"],
    };

    [Theory, EachDatabase]
    public async Task A_table_shows_its_heading_and_rows_with_delimiter_and_columns_guessed_and_card_numbers_masked(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await BroughtAsync(centre);
        var table = (await centre.AskAsync(new ImportPreview(id))).Value;
        Assert.Equal((';', "calls.csv"), (table.Delimiter, table.File));
        Assert.Equal(["Ref", "Arrived at", "Result"], table.Columns);
        Assert.Equal([["1", "2026-07-01 09:00", "Answered"], ["2", "soon", "4111 11** **** 1111"]], table.Rows);
        Assert.Equal(["Arrived at", "Ref", "Result"], table.Mapping.Columns.Values.Order(StringComparer.Ordinal));
        Assert.Equal(["Ref;Arrived at;Result"], (await centre.AskAsync(new ImportPreview(id, ','))).Value.Columns);
        Assert.Equal("not-found", (await centre.AskAsync(new ImportPreview(App.Ids.New<ImportId>()))).Refusals[0].Code);
    }

    [Theory, EachDatabase]
    public async Task Columns_are_chosen_again_until_the_import_has_started(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await BroughtAsync(centre);
        var amiss = Mapping with { Columns = new Dictionary<string, string> { ["id"] = "Ref", ["arrived"] = "When", ["outcome"] = "Result" } };
        Assert.Contains("has no column When", (await centre.DoAsync(new ChooseColumns(id, amiss))).Refusals[0].Text, StringComparison.Ordinal);
        Assert.Equal(ImportState.Mapping, await StateAsync(centre, id));
        Assert.True((await centre.DoAsync(new ChooseColumns(id, Mapping))).Allowed);
        Assert.Equal(ImportState.Checking, await StateAsync(centre, id));
        Assert.Equal(Mapping.Columns, (await centre.AskAsync(new ImportPreview(id))).Value.Mapping.Columns);
        await PutAsync(centre, id, ImportState.Running);
        Assert.Equal("import.state", (await centre.DoAsync(new ChooseColumns(id, Mapping))).Refusals[0].Code);
    }

    [Theory, EachDatabase]
    public async Task A_running_import_is_stopped_and_a_stopped_one_resumed_and_nothing_else_is(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await BroughtAsync(centre);
        Assert.Equal("import.state", (await centre.DoAsync(new StopImport(id))).Refusals[0].Code);
        Assert.Equal("import.state", (await centre.DoAsync(new ResumeImport(id))).Refusals[0].Code);
        await PutAsync(centre, id, ImportState.Running);
        Assert.True((await centre.DoAsync(new StopImport(id))).Allowed);
        Assert.Equal(ImportState.Stopping, await StateAsync(centre, id));
        Assert.True((await centre.DoAsync(new ResumeImport(id))).Allowed);
        Assert.Equal(ImportState.Running, await StateAsync(centre, id));
        await PutAsync(centre, id, ImportState.Stopped);
        Assert.True((await centre.DoAsync(new ResumeImport(id))).Allowed);
        Assert.Equal(ImportState.Running, await StateAsync(centre, id));
        Assert.Equal("not-found", (await centre.DoAsync(new StopImport(App.Ids.New<ImportId>()))).Refusals[0].Code);
    }

    [Theory, EachDatabase]
    public async Task A_file_is_put_away_before_its_import_begins_and_not_after(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await BroughtAsync(centre);
        await PutAsync(centre, id, ImportState.Running);
        Assert.Equal("import.state", (await centre.DoAsync(new DiscardImport(id))).Refusals[0].Code);
        await PutAsync(centre, id, ImportState.Ready);
        Assert.True((await centre.DoAsync(new DiscardImport(id))).Allowed);
        Assert.Equal(ImportState.Discarded, await StateAsync(centre, id));
        Assert.Equal(centre.Time.GetUtcNow(), (await centre.AskAsync(new ImportRecord(id))).Value.EndedAt);
    }

    [Theory, EachDatabase]
    public async Task A_file_of_which_nothing_can_be_imported_is_not_ready_is_not_started_and_can_be_put_away(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await BroughtAsync(centre);
        await PutAsync(centre, id, ImportState.Ready, imported: 0);
        var report = (await centre.AskAsync(new ImportRecord(id))).Value;
        Assert.Equal((ImportState.NothingToImport, "Nothing to import", 100), (report.State, report.State.Words(), report.Percent));
        Assert.Equal("import.nothing", (await centre.DoAsync(new StartImport(id))).Refusals[0].Code);
        var listing = (await centre.AskAsync(new ImportList())).Value;
        Assert.Equal((1, false), (listing.States[ImportState.NothingToImport], listing.States.ContainsKey(ImportState.Ready)));
        Assert.Equal((0, 1), ((await centre.AskAsync(new ImportList(State: ImportState.Ready))).Value.Total,
            (await centre.AskAsync(new ImportList(State: ImportState.NothingToImport))).Value.Total));
        Assert.True((await centre.DoAsync(new ChooseColumns(id, Mapping))).Allowed);
        await PutAsync(centre, id, ImportState.Ready, imported: 0);
        Assert.True((await centre.DoAsync(new DiscardImport(id))).Allowed);
    }

    [Theory, EachDatabase]
    public async Task What_an_earlier_pass_remarked_is_read_no_more_and_goes_a_few_hundred_at_a_time(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await BroughtAsync(centre);
        await PutAsync(centre, id, ImportState.Ready);
        await RemarkAsync(centre, id, from: 1, to: 1_200);
        Assert.Equal(1_200, await HeardAsync(centre, id));
        await using (var db = centre.OpenDb())
            await db.Set<ImportRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.RemarksBefore, 1_200));
        Assert.Equal(0, await HeardAsync(centre, id));
        await RemarkAsync(centre, id, from: 1_201, to: 1_210);
        foreach (var gone in new[] { 500, 500, 200, 0 })
            Assert.Equal(gone, (await centre.DoAsync(new ForgetRemarks(id))).Value);
        Assert.Equal(10, await HeardAsync(centre, id));
    }

    [Theory, EachDatabase]
    public async Task An_import_that_starts_has_what_its_check_remarked_cleared_away_after_the_act(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await BroughtAsync(centre);
        await PutAsync(centre, id, ImportState.Ready);
        await RemarkAsync(centre, id, from: 1, to: 700);
        Assert.True((await centre.DoAsync(new StartImport(id))).Allowed);
        Assert.Equal(0, await HeardAsync(centre, id));
        await using var db = centre.OpenDb();
        while (await db.Set<OutboxRow>().AsNoTracking().SingleAsync(row => row.Kind == "import.clear-remarks") is { IsOpen: true })
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(0, await db.Set<RemarkRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task An_import_that_another_server_has_in_hand_is_left_alone_until_that_one_is_gone(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var importer = centre.Services.GetRequiredService<Importer>();
        var id = await BroughtAsync(centre);
        Assert.True((await centre.DoAsync(new ChooseColumns(id, Mapping))).Allowed);
        var now = centre.Time.GetUtcNow();
        await using (var db = centre.OpenDb())
            await db.Set<ImportRow>().ExecuteUpdateAsync(set => set
                .SetProperty(row => row.HeldBy, App.Ids.New()).SetProperty(row => row.HeldUntil, now.AddSeconds(5)));
        var alone = await importer.RunAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal((ImportState.Checking, 0L), (alone.State, alone.Rows));
        centre.Time.Pass(TimeSpan.FromSeconds(6));
        var taken = await importer.RunAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal((ImportState.Ready, 2L, 1L, 1L), (taken.State, taken.Rows, taken.Imported, taken.Rejected));
        await using var after = centre.OpenDb();
        Assert.Null((await after.Set<ImportRow>().SingleAsync()).HeldBy);
    }

    private static async Task RemarkAsync(TestCentre centre, ImportId id, int from, int to)
    {
        await using var db = centre.OpenDb();
        db.AddRange(Enumerable.Range(from, to - from + 1).Select(number =>
            RemarkRow.Of(db.Master, id, number, new Remark(RemarkKind.Rejected, number, "amiss", "row"))));
        (await db.Set<ImportRow>().SingleAsync(row => row.Id == id)).Remarks = to;
        await db.SaveChangesAsync();
    }

    private static async Task<int> HeardAsync(TestCentre centre, ImportId id) =>
        (await centre.AskAsync(new ImportRemarks(id, RemarkKind.Rejected, 1, 5_000))).Value.Count;

    private static async Task<ImportId> BroughtAsync(TestCentre centre)
    {
        await using var text = new MemoryStream(Encoding.UTF8.GetBytes(Table));
        var kept = (await centre.Services.GetRequiredService<ImportFolder>()
            .KeepAsync(text, "calls.csv", 1_000_000, TestContext.Current.CancellationToken))!;
        return (await centre.DoAsync(new BringFile(GenericCsv.Name, kept))).Value.Id;
    }

    private static async Task<ImportState> StateAsync(TestCentre centre, ImportId id) => (await centre.AskAsync(new ImportRecord(id))).Value.State;

    private static async Task PutAsync(TestCentre centre, ImportId id, ImportState state, int imported = 1)
    {
        await using var db = centre.OpenDb();
        await db.Set<ImportRow>().Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.Imported, imported));
    }
}
