using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import;

/// <summary>Tables as real exports write them; named after the cases of real users.</summary>
public sealed class ImportCasesTests
{
    private static readonly GenericMapping Mapping = new()
    {
        Columns = new Dictionary<string, string>
        {
            ["id"] = "id",
            ["arrived"] = "start",
            ["outcome"] = "result",
            ["wait"] = "wait",
            ["customer"] = "customer"
        },
    };

    private const string Heading = "id,start,result,wait,customer\n";

    /// <summary>Abandoned, handled, abandoned again: what was told last counts, and the file read once more changes nothing.</summary>
    [Theory, EachDatabase]
    public async Task Case_c8_a_correction_that_goes_back_counts(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string A = Heading + "T1,2026-03-03 09:00:00,abandoned,30,\nT2,2026-03-03 09:10:00,handled,5,\n";
        const string B = Heading + "T1,2026-03-03 09:00:00,handled,30,\nT2,2026-03-03 09:10:00,handled,5,\n";
        foreach (var (file, imported, unchanged, state) in new[]
            { (A, 2, 0, ContactState.Abandoned), (B, 1, 1, ContactState.Handled), (A, 1, 1, ContactState.Abandoned),
            (A, 0, 2, ContactState.Abandoned),
            (B, 1, 1, ContactState.Handled), (A, 1, 1, ContactState.Abandoned), (A, 0, 2, ContactState.Abandoned) })
        {
            var dry = await centre.DryRunAsync(file, Mapping);
            var report = await centre.ImportTextAsync(GenericCsv.Name, file, Mapping);
            Assert.Equal((imported, unchanged), (report.Imported, report.Unchanged));
            Assert.Equal((imported, unchanged), (dry.Imported, dry.Unchanged));
            await using var db = centre.OpenDb();
            Assert.Equal(state, (await db.Set<ContactRow>().SingleAsync(row => row.WaitMs == 30_000)).State);
        }
    }

    /// <summary>A file that says two things of one contact is at rest once it is in, and goes back once another has spoken.</summary>
    [Theory, EachDatabase]
    public async Task A_file_that_says_two_things_of_one_contact_changes_nothing_when_read_again(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string Both = Heading + "T1,2026-03-03 09:00:00,abandoned,30,\nT1,2026-03-03 09:00:00,handled,30,\n";
        const string Lost = Heading + "T1,2026-03-03 09:00:00,abandoned,30,\n";
        Assert.Equal(2, (await centre.ImportTextAsync(GenericCsv.Name, Both, Mapping)).Imported);
        Assert.Equal((0, 2), await AgainAsync(Both));
        Assert.Equal((1, 0), await AgainAsync(Lost));
        Assert.Equal((1, 1), await AgainAsync(Both));
        await using var db = centre.OpenDb();
        Assert.Equal(ContactState.Handled, (await db.Set<ContactRow>().SingleAsync()).State);

        async Task<(long, long)> AgainAsync(string file)
        {
            var report = await centre.ImportTextAsync(GenericCsv.Name, file, Mapping);
            return (report.Imported, report.Unchanged);
        }
    }

    [Theory, EachDatabase]
    public async Task A_blank_wait_or_a_word_for_none_is_not_known_and_said(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportTextAsync(GenericCsv.Name, Heading
            + "1,2026-03-03 09:00:00,abandoned,,\n2,2026-03-03 09:01:00,abandoned,N/A,\n3,2026-03-03 09:02:00,abandoned,-,\n"
            + "4,2026-03-03 09:03:00,handled,#N/A,\n5,2026-03-03 09:04:00,handled,0,\n6,2026-03-03 09:05:00,abandoned,soon,\n", Mapping);
        Assert.Equal((5, 1), (report.Imported, report.Rejected));
        Assert.Equal(4, Assert.Single(report.Findings, finding => finding.Code == "wait-unknown").Count);
        await using var db = centre.OpenDb();
        Assert.Equal([null, null, null, null, 0L],
            await db.Set<ContactRow>().OrderBy(row => row.ArrivedAt).Select(row => row.WaitMs).ToListAsync());
    }

    /// <summary>Of those handled alone; a source that keeps no hold at all has none to tell.</summary>
    [Theory, EachDatabase]
    public async Task A_blank_talk_hold_or_work_is_not_known_and_said(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var mapping = Mapping with { Columns = new Dictionary<string, string>(Mapping.Columns) { ["talk"] = "talk", ["wrap"] = "wrap" } };
        const string heading = "id,start,result,wait,customer,talk,hold,wrap\n";
        const string rows = "1,2026-03-03 09:00:00,handled,5,,60,10,\n2,2026-03-03 09:01:00,handled,5,,N/A,10,5\n"
            + "3,2026-03-03 09:02:00,handled,5,,60,-,5\n4,2026-03-03 09:03:00,handled,5,,0,0,0\n5,2026-03-03 09:04:00,abandoned,5,,,,\n";
        var report = await centre.ImportTextAsync(GenericCsv.Name, heading + rows, mapping);
        Assert.Equal((5, 0), (report.Imported, report.Rejected));
        Assert.Equal(["talk-unknown 1", "wrap-unknown 1"], Unknown(report));
        Assert.Equal([null, null, 65_000L, 0L, 0L], await HandlingsAsync());
        var held = await centre.ImportTextAsync(GenericCsv.Name, heading + rows.Replace("09:", "10:", StringComparison.Ordinal),
            mapping with { Columns = new Dictionary<string, string>(mapping.Columns) { ["hold"] = "hold" } });
        Assert.Equal(["hold-unknown 1", "talk-unknown 1", "wrap-unknown 1"], Unknown(held));
        Assert.Equal([null, null, null, 0L, 0L], await HandlingsAsync());

        IEnumerable<string> Unknown(ImportReport read) => read.Findings.Where(finding => finding.Code.EndsWith("-unknown", StringComparison.Ordinal))
            .Select(finding => $"{finding.Code} {finding.Count}").Order(StringComparer.Ordinal);
        async Task<List<long?>> HandlingsAsync()
        {
            await using var db = centre.OpenDb();
            return await db.Set<ContactRow>().OrderBy(row => row.ArrivedAt).Select(row => row.HandleMs).ToListAsync();
        }
    }

    [Theory, EachDatabase]
    public async Task Case_c15_withheld_numbers_are_nobodys_and_case_c10_telephones_are_customers(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        string[] withheld = ["Anonymous", "Unknown", "Private", "Restricted", "N/A", "4.47701E+11", "Anonymous"];
        var mobiles = Enumerable.Range(0, 40).Select(number => $"+49151{12345000 + number}");
        var report = await centre.ImportTextAsync(GenericCsv.Name, Heading + string.Concat(withheld.Concat(mobiles).Append("07700900001")
            .Select((customer, number) => $"{number},2026-03-03 09:00:00,handled,5,{customer}\n")), Mapping);
        Assert.Equal((48, 0, 0), (report.Imported, report.Rejected, report.Repaired));
        await using var db = centre.OpenDb();
        Assert.Equal((7, 41), (await db.Set<ContactRow>().CountAsync(row => row.Customer == null),
            await db.Set<ContactRow>().Where(row => row.Customer != null).Select(row => row.Customer).Distinct().CountAsync()));
        Assert.Equal((6L, 1L), (Assert.Single(report.Findings, finding => finding.Code == "customer-withheld").Count,
            Assert.Single(report.Findings, finding => finding.Code == "customer-rounded").Count));
    }
}
