using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.App.Privacy;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>What an import says it did, and of which rows it says what.</summary>
public sealed class ToldPlainlyTests
{
    private const string Heading = "id,start,result,wait\n";

    private static readonly GenericMapping Usual = TableCasesTests.Columns("id=id", "arrived=start", "outcome=result", "wait=wait");

    /// <summary>Rows of one file say of each other what they say; only what stood before is replaced.</summary>
    [Theory, EachDatabase]
    public async Task Contacts_of_which_an_earlier_file_said_otherwise_are_counted_as_replaced(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string First = Heading + "1,2026-03-03 09:00:00,handled,10\n2,2026-03-03 09:01:00,missed,10\n3,2026-03-03 09:02:00,handled,10\n";
        Assert.Equal((3, 0), await CountsAsync(centre.TableAsync(First, Usual)));
        const string Other = Heading + "1,2026-03-03 09:30:00,abandoned,20\n3,2026-03-03 09:02:00,handled,10\n4,2026-03-03 09:03:00,missed,10\n"
            + "4,2026-03-03 09:03:00,missed,11\n";
        var dry = await centre.DryRunAsync(Other, Usual);
        Assert.Equal((3, 1, 1), (dry.Imported, dry.Replaced, dry.Unchanged));
        Assert.Equal((3, 1), await CountsAsync(centre.TableAsync(Other, Usual)));
        // What goes back to what stood there before replaces too.
        Assert.Equal((1, 1), await CountsAsync(centre.TableAsync(First, Usual)));
        Assert.Equal((0, 0), await CountsAsync(centre.TableAsync(First, Usual)));
    }

    /// <summary>A file read by a wrong mapping is put right by the same file read by the right one: its figures are not wrong for good.</summary>
    [Theory, EachDatabase]
    public async Task The_same_file_read_otherwise_replaces_what_it_told_and_read_alike_changes_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string File = "id,start,result,wait,talk,who,other,line,agent\n1,2026-03-03 09:00:00,handled,10,3,AC 1,AC 9,water,Ann\n"
            + "2,2026-07-03 09:01:00,missed,4,,AC 2,AC 9,bins,\n2,2026-07-03 09:01:00,missed,5,,AC 2,AC 9,bins,\n";
        var wrong = Usual with { Units = new Dictionary<string, string> { ["wait"] = "seconds" } };
        Assert.Equal((3, 0), await CountsAsync(centre.TableAsync(File, wrong)));
        GenericMapping[] better =
        [
            wrong with { Units = new Dictionary<string, string> { ["wait"] = "minutes" } },
            wrong with { Zone = "America/New_York" },
            wrong with { Excluded = ["missed"] },
            With(wrong, "queue", "line"),
            With(wrong, "talk", "talk"),
            With(wrong, "agent", "agent"),
            With(wrong, "customer", "other"),
            With(wrong, "customer", "who"),
        ];
        foreach (var mapping in better)
        {
            var dry = await centre.DryRunAsync(File, mapping);
            var (imported, replaced) = await CountsAsync(centre.TableAsync(File, mapping));
            Assert.True(imported > 0 && imported == replaced && dry.Imported == imported && dry.Replaced == replaced, $"{mapping}: {imported}");
            Assert.Equal((0, 0), await CountsAsync(centre.TableAsync(File, mapping)));
        }
        Assert.True((await centre.DoAsync(new EraseCustomer("AC 1", "Request"), Actor.Key("Rota", Permission.EraseCustomers))).Allowed);
        Assert.Equal((0, 0), await CountsAsync(centre.TableAsync(File, better[^1])));
        // What is corrected of it afterwards makes them known to nobody either.
        var corrected = File.Replace("handled,10,3,", "handled,10,7,", StringComparison.Ordinal);
        Assert.Equal((1, 1), await CountsAsync(centre.TableAsync(corrected, better[^1])));
        Assert.Equal((0, 0), await CountsAsync(centre.TableAsync(corrected, better[^1])));
        // Nor does what is corrected twice in one file.
        var twice = File.Replace("handled,10,3,", "handled,10,8,", StringComparison.Ordinal)
            + "1,2026-03-03 09:00:00,handled,10,9,AC 1,AC 9,water,Ann\n";
        await centre.TableAsync(twice, better[^1]);
        await using var db = centre.OpenDb();
        Assert.Single(await db.Set<CustomerRow>().Where(row => row.ErasedAt != null).ToListAsync());
        Assert.Equal(2, await db.Set<CustomerRow>().CountAsync(row => row.ErasedAt == null));
        Assert.Equal(2, await db.Set<ContactRow>().CountAsync());
        Assert.Equal([10_000L, 5_000L], (await TableCasesTests.KeptAsync(centre)).Select(kept => kept.Wait));
    }

    private static GenericMapping With(GenericMapping mapping, string field, string column) =>
        mapping with { Columns = new Dictionary<string, string>(mapping.Columns) { [field] = column } };

    [Theory, EachDatabase]
    public async Task A_wait_that_is_written_and_does_not_fit_is_not_said_to_be_wanting(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync(Heading + "1,2026-03-03 09:00:00,handled,20:00:00\n2,2026-03-03 09:01:00,handled,72000\n"
            + "3,2026-03-03 09:02:00,handled,PT20H\n4,2026-03-03 09:03:00,handled,20h\n5,2026-03-03 09:04:00,handled,\n"
            + "6,2026-03-03 09:05:00,handled,12:00:00\n", Usual with { Units = new Dictionary<string, string> { ["wait"] = "seconds" } });
        Assert.Equal((6, 4, 1), (report.Imported, Count(report, "duration-misfits"), Count(report, "wait-unknown")));
        Assert.Equal([null, null, null, null, null, 43_200_000L], (await TableCasesTests.KeptAsync(centre)).Select(kept => kept.Wait));
    }

    [Theory, EachDatabase]
    public async Task Totals_in_other_words_are_left_aside_and_what_a_contact_is_called_is_not(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        string[] totals = ["Total: 3,,,", "Total 3", "Total (3),,,", "Total calls: 3,,,", "Gesamt: 3 Anrufe,,,", "Summe 1.234,,,", "Totaal: 3,,,",
            "Number of calls: 3,,,", "Anzahl: 3,,,", "Moyenne : 12,,,"];
        string[] contacts = ["Total: 3,2026-03-03 09:00:00,handled,5", "Calls 7,2026-03-03 09:01:00,missed,5"];
        var report = await centre.TableAsync(Heading + string.Join('\n', [.. contacts, .. totals, "Ref 77,,,", "Maximilian 3,,,"]) + "\n", Usual);
        Assert.Equal((2, 2, totals.Length), (report.Imported, report.Rejected, Count(report, "no-contact:a row of totals")));
    }

    private static long Count(ImportReport report, string code) => report.Findings.FirstOrDefault(finding => finding.Code == code)?.Count ?? 0;

    private static async Task<(long, long)> CountsAsync(Task<ImportReport> importing)
    {
        var report = await importing;
        return (report.Imported, report.Replaced);
    }
}
