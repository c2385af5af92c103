using System.Text;
using Answerable.App.Import;
using Answerable.App.Journal;
using Answerable.App.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import;

/// <summary>Files that wait for their columns to be chosen or for their start.</summary>
public sealed class WaitingFilesTests
{
    private const string Customer = "müller@kunde.example";

    /// <summary>Somebody who is erased does not come back by a file that was there before, in whatever characters it is written.</summary>
    [Theory, EachDatabase]
    public async Task A_waiting_file_that_names_who_is_erased_is_put_away_in_whatever_characters_it_is_written(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers([Customer]));
        var named = new List<ImportId>();
        // Those that are UTF-16 by their bytes, and of one line; those whose characters nobody has said yet; and those where they are said.
        foreach (var (encoding, said) in new[] { ("utf-16", null), ("windows-1252", null), ("macintosh", null), ("windows-1252", "windows-1252"),
            ("ibm037", "ibm037"), ("utf-8", null), ("utf-8", "windows-1252") })
            named.Add((await centre.BringAsync(Bytes(encoding, Customer), said)).Id);
        var other = (await centre.BringAsync(Bytes("windows-1252", "möller@kunde.example"))).Id;
        Assert.True((await centre.DoAsync(new EraseCustomer(Customer, "Request"))).Allowed);
        await using var db = centre.OpenDb();
        var rows = await db.Set<ImportRow>().AsNoTracking().ToDictionaryAsync(row => row.Id);
        Assert.All(named, id => Assert.Equal((ImportState.Discarded, null), (rows[id].State, rows[id].Doubt)));
        Assert.Equal(ImportState.Mapping, rows[other].State);
    }

    /// <summary>What a file is called, or where it lay, says who is in it; a finished import's stays in the list for good.</summary>
    [Theory, EachDatabase]
    public async Task A_files_name_that_names_who_is_erased_is_taken_out_and_the_journal_is_told_none(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers(["ZQERASE-77315"]));
        var folder = Directory.CreateTempSubdirectory("answerable-zqerase-77315-");
        var path = Path.Combine(folder.FullName, "export-zqerase-77315.txt");
        await File.WriteAllTextAsync(path, await Importing.BankCallsAsync(2), TestContext.Current.CancellationToken);
        var finished = (await centre.ImportAsync("technion-bank", path)).Id!.Value;
        await File.AppendAllTextAsync(path, "\n", TestContext.Current.CancellationToken);
        var brokenOff = (await centre.DoAsync(await Importing.BeginAsync("technion-bank", path))).Value;
        var waiting = (await centre.BringAsync(Bytes("utf-8", "nobody"), name: "calls-ZQERASE-77315.csv")).Id;
        var other = (await centre.BringAsync(Bytes("utf-8", "somebody"), name: "calls.csv")).Id;

        var erased = await centre.DoAsync(new EraseCustomer("ZQERASE-77315", "Request"));

        Assert.Equal([path], erased.Value.Files.Select(file => file.Path));
        await using var db = centre.OpenDb();
        var rows = await db.Set<ImportRow>().AsNoTracking().ToDictionaryAsync(row => row.Id);
        Assert.All([rows[finished], rows[brokenOff]], row => Assert.Equal(("[erased].txt", "[erased].txt"), (row.FileName, row.Path)));
        Assert.Equal((ImportState.Finished, ImportState.Discarded), (rows[finished].State, rows[brokenOff].State));
        Assert.Equal(("[erased].csv", ImportState.Mapping), (rows[waiting].FileName, rows[waiting].State));
        Assert.Equal(("calls.csv", ImportState.Mapping), (rows[other].FileName, rows[other].State));
        Assert.StartsWith("db:", rows[waiting].Path, StringComparison.Ordinal);
        var told = await db.Set<JournalRow>().AsNoTracking().Where(row => row.Name == "import.finished").Select(row => row.Body).SingleAsync();
        Assert.DoesNotContain("77315", told, StringComparison.Ordinal);
        Assert.DoesNotContain(".txt", told, StringComparison.Ordinal);
        Assert.DoesNotContain((await centre.AskAsync(new ImportList())).Value.Imports, line => line.File.Contains("77315", StringComparison.Ordinal));
        Assert.True((await centre.AskAsync(new JournalVerification())).Value.Sound);
        folder.Delete(recursive: true);
    }

    /// <summary>In one line, beyond what is looked at together.</summary>
    [Theory, EachDatabase]
    public async Task It_is_found_wherever_it_stands_in_a_file_of_one_line(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers(["ERASEME-7731"]));
        const string Heading = "id,start,result,note\n1,2026-03-03 09:00:00,handled,";
        for (var place = 65_536 - 4; place <= 65_536 + 4; place += 4)
            await centre.BringAsync(Encoding.UTF8.GetBytes(Heading + new string('x', place - Heading.Length - 6) + "eraseme-7731"));
        await centre.BringAsync(Encoding.UTF8.GetBytes(Heading + "eraseme-\n7731,2026-03-03 09:00:00,handled,"));
        Assert.True((await centre.DoAsync(new EraseCustomer("ERASEME-7731", "Request"))).Allowed);
        await using var db = centre.OpenDb();
        Assert.Equal([ImportState.Mapping, ImportState.Discarded, ImportState.Discarded, ImportState.Discarded],
            await db.Set<ImportRow>().OrderBy(row => row.State).Select(row => row.State).ToListAsync());
    }

    /// <summary>The whole file is gone through once, when it comes: each look at its columns has it from there.</summary>
    [Theory, EachDatabase]
    public async Task What_was_found_of_its_characters_is_kept_with_it_and_goes_when_it_is_put_away(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = (await centre.BringAsync(Bytes("windows-1252", "Jürgen 4111 1111 1111 1111"))).Id;
        await using (var db = centre.OpenDb())
        {
            var kept = await db.Set<ImportRow>().SingleAsync();
            Assert.DoesNotContain("rgen", kept.Doubt!, StringComparison.Ordinal);
            Assert.Equal("2\n1,2026-03-03 09:00:00,handled,Jürgen 4111 11** **** 1111",
                ImportRow.WrappedDoubt.Open(db.Master, kept.Doubt!, id.Value));
            kept.Doubt = ImportRow.WrappedDoubt.Wrap(db.Master, "7\nas kept", id.Value);
            await db.SaveChangesAsync();
        }
        Assert.StartsWith("Line 7 holds bytes that are not UTF-8. As Windows-1252 it reads: “as kept”.",
            (await centre.AskAsync(new ImportPreview(id))).Value.Doubt, StringComparison.Ordinal);
        Assert.Null((await centre.AskAsync(new ImportPreview(id, Encoding: "windows-1252"))).Value.Doubt);
        Assert.Equal("import.encoding-unknown", (await centre.AskAsync(new ImportPreview(id, Encoding: "utf-7"))).Refusals[0].Code);
        Assert.True((await centre.DoAsync(new DiscardImport(id))).Allowed);
        await using var after = centre.OpenDb();
        Assert.Null((await after.Set<ImportRow>().SingleAsync()).Doubt);
    }

    private static byte[] Bytes(string encoding, string customer) =>
        Characters.Named(encoding)!.GetBytes($"id,start,result,customer\n1,2026-03-03 09:00:00,handled,{customer}\n");
}
