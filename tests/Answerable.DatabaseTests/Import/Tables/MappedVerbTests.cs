using System.Text;
using System.Text.Json;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.DatabaseTests.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>Tables read by the command line, in a process of its own, by a mapping that was chosen on the page for another day's file.</summary>
public sealed class MappedVerbTests : IDisposable
{
    private const int Rows = 20_000;

    private static readonly GenericMapping Usual = TableCasesTests.Columns("id=id", "arrived=start", "outcome=result", "wait=wait");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-mapped-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task Case_c3_titles_above_and_totals_below_are_no_calls_and_the_same_file_again_changes_nothing(Database database)
    {
        const string Report = "\"Queue detail report\",,,,,\n\"Period: 03/03/2026 - 03/03/2026\",,,,,\n\nCall ID,Start,Result,Queue,Wait,Talk\n"
            + "1001,2026-03-03 09:00:00,handled,Sales,00:00:12,00:03:00\n1002,2026-03-03 09:05:00,handled,Sales,00:00:40,00:04:10\n"
            + "Total,,,,00:00:52,00:07:10\n";
        await using var centre = await TestCentre.OpenAsync(database);
        var mapping = await SavedAsync(centre, Report.Replace("03/03/2026 - 03/03/2026", "02/03/2026", StringComparison.Ordinal),
            TableCasesTests.Columns("id=Call ID", "arrived=Start", "outcome=Result", "queue=Queue", "wait=Wait", "talk=Talk"));
        using (var told = await ImportAsync(centre, mapping, Report))
        {
            Assert.Equal(("generic-csv", "finished", "2 2 0"), (Text(told, "profile"), Text(told, "state"), Counts(told)));
            Assert.Empty(told.RootElement.GetProperty("rejected").EnumerateArray());
            Assert.Contains(told.RootElement.GetProperty("findings").EnumerateArray(), finding =>
                finding.GetProperty("code").GetString() == "no-contact:a row of totals" && finding.GetProperty("count").GetInt32() == 1);
        }
        Assert.Equal([("Sales", 12_000L, 180_000L), ("Sales", 40_000L, 250_000L)],
            (await TableCasesTests.KeptAsync(centre)).Select(kept => (kept.Queue!, kept.Wait!.Value, kept.Talk)));
        using var again = await ImportAsync(centre, mapping, Report);
        Assert.Equal("2 0 2", Counts(again));
        Assert.Equal(2, (await TableCasesTests.KeptAsync(centre)).Count);
    }

    [Theory, EachDatabase]
    public async Task Case_c17_date_and_time_stand_in_two_columns(Database database)
    {
        const string Day = "CALL ID,DATE,TIME,RESULT,WAIT\n30001,03/03/2026,09:15:00,answered,10\n30002,03/03/2026,09:16:00,abandoned,5\n";
        await using var centre = await TestCentre.OpenAsync(database);
        var mapping = await SavedAsync(centre, Day.Replace("03/03/2026", "28/02/2026", StringComparison.Ordinal),
            TableCasesTests.Columns("id=CALL ID", "arrived=DATE", "arrived-time=TIME", "outcome=RESULT", "wait=WAIT"));
        using var told = await ImportAsync(centre, mapping, Day);
        Assert.Equal("2 2 0", Counts(told));
        Assert.Equal(["2026-03-03 09:15:00 10000", "2026-03-03 09:16:00 5000"], (await TableCasesTests.KeptAsync(centre)).Select(kept =>
            $"{kept.At:yyyy-MM-dd HH:mm:ss} {kept.Wait}"));
    }

    /// <summary>Nobody is there to be asked: each row whose word is not known is rejected and said, the others are brought in, and it is no import
    /// that went well.</summary>
    [Theory, EachDatabase]
    public async Task Case_c20_words_that_are_not_known_refuse_their_rows_and_not_the_file(Database database)
    {
        const string Known = "id,start,result,wait\n1,2026-03-03 09:00:00,Handled ,10\n2,2026-03-03 09:01:00,ANSWERED,10\n"
            + "3,2026-03-03 09:02:00,Abandon,10\n4,2026-03-03 09:03:00,Missed Call,10\n5,2026-03-03 09:04:00,Completed by agent,10\n"
            + "6,2026-03-03 09:05:00,Voicemail,10\n";
        const string Words = Known + "7,2026-03-03 09:06:00,Yes,10\n8,2026-03-03 09:07:00,Abgebrochen,10\n9,2026-03-03 09:08:00,Perhaps,10\n"
            + "10,2026-03-03 09:09:00,Yes,10\n";
        await using var centre = await TestCentre.OpenAsync(database);
        var mapping = await SavedAsync(centre, Known, Usual);
        using (var told = await ImportAsync(centre, mapping, Words, 1))
        {
            Assert.Equal(("finished", "7 7 0"), (Text(told, "state"), Counts(told)));
            var rejected = told.RootElement.GetProperty("rejected").EnumerateArray().ToList();
            Assert.Equal([8, 10, 11], rejected.Select(row => row.GetProperty("line").GetInt32()));
            foreach (var (row, word) in rejected.Zip(["Yes", "Perhaps", "Yes"]))
            {
                Assert.Contains(word, row.GetProperty("reason").GetString(), StringComparison.Ordinal);
                Assert.Contains(word, row.GetProperty("text").GetString(), StringComparison.Ordinal);
            }
        }
        // Once the file of the mapping says what it means, its rows come in, and of the others nothing changes.
        var meant = await WrittenAsync("meant.json", (await File.ReadAllTextAsync(mapping, TestContext.Current.CancellationToken))
            .Replace("\"outcomes\": {}", "\"outcomes\": {\"Yes\": \"handled\"}", StringComparison.Ordinal));
        using (var told = await ImportAsync(centre, meant, Words, 1))
            Assert.Equal(("9 2 7", 1), (Counts(told), told.RootElement.GetProperty("rejected").GetArrayLength()));
        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, "import", "calls", "--mapping", mapping,
            await WrittenAsync("calls.csv", Words + "11,2026-03-03 09:10:00,Tja,10\n"));
        Assert.True(exit == 1, printed);
        Assert.Contains("Rejected, line 12: ", printed, StringComparison.Ordinal);
        Assert.Contains("Tja", printed, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Killed_in_the_middle_it_goes_on_by_the_same_mapping_and_counts_every_row_once(Database database)
    {
        const string Head = "id,start,result,wait\n";
        await using var centre = await TestCentre.OpenAsync(database);
        var mapping = await WrittenAsync("mapping.json", MappingFile.Write(Usual));
        var file = await WrittenAsync("calls.csv", Head + string.Concat(Enumerable.Range(0, Rows).Select(row =>
            $"{row},2026-03-03 {9 + row / 3600:00}:{row / 60 % 60:00}:{row % 60:00},handled,10\n")));
        string[] words = ["import", "calls", "--json", "--mapping", mapping, file];
        using (var command = RunningServer.BeginVerb(centre.ConnectionString, words))
        {
            await Soon.SoAsync("the import is amid its file", async () => await FindAsync(centre) is { Position: > 2_000 });
            command.Kill();
            await command.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var broken = (await FindAsync(centre))!;
        Assert.True(broken is { State: ImportState.Running, Position: < Rows }, $"{broken.State} at {broken.Position}");

        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, words);
        Assert.True(exit == 0, printed);
        Assert.Contains($"going on from there", printed, StringComparison.Ordinal);
        var finished = (await FindAsync(centre))!;
        Assert.Equal((ImportState.Finished, broken.Id, Rows, 0), (finished.State, finished.Id, finished.Imported, finished.Rejected));
        await using var db = centre.OpenDb();
        Assert.Equal(Rows, await db.Set<ContactRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The file that the page gives of the columns chosen for one that was brought to it.</summary>
    private async Task<string> SavedAsync(TestCentre centre, string seen, GenericMapping chosen)
    {
        var id = (await centre.BringAsync(Encoding.UTF8.GetBytes(seen))).Id;
        var taken = await centre.DoAsync(new ChooseColumns(id, chosen));
        Assert.True(taken.Allowed, string.Join(" ", taken.Refusals));
        return await WrittenAsync("mapping.json", MappingFile.Write((await centre.AskAsync(new ImportRecord(id))).Value.Mapping!));
    }

    private async Task<JsonDocument> ImportAsync(TestCentre centre, string mapping, string table, int ends = 0)
    {
        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, "import", "calls", "--json", "--mapping", mapping,
            await WrittenAsync("calls.csv", table));
        Assert.True(exit == ends, printed);
        return JsonDocument.Parse(printed[..(printed.LastIndexOf('}') + 1)]);
    }

    private async Task<string> WrittenAsync(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    private static string Counts(JsonDocument told) => string.Join(' ',
        new[] { "contacts", "imported", "unchanged" }.Select(name => told.RootElement.GetProperty(name).GetInt64()));

    private static string? Text(JsonDocument told, string name) => told.RootElement.GetProperty(name).GetString();

    private static async Task<ImportRow?> FindAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<ImportRow>().AsNoTracking().SingleOrDefaultAsync();
    }
}
