using Answerable.App.Import;
using Answerable.App.Import.Profiles;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>People, queues and kinds of contacts that are called as the rows of totals are.</summary>
public sealed class NamesOfTotalsTests
{
    private const string Heading = "Agent,Queue,Call ID,Start,Result,Wait\n";

    private static readonly GenericMapping Mapping =
        TableCasesTests.Columns("agent=Agent", "queue=Queue", "id=Call ID", "arrived=Start", "outcome=Result", "wait=Wait");

    [Theory, EachDatabase]
    public async Task The_contacts_of_one_called_Max_are_brought_in_and_a_row_of_totals_is_not(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync(Heading + "Max,Summary,1,2026-03-03 09:00:00,handled,10\nMin,Overall,2,2026-03-03 09:01:00,handled,20\n"
            + ",Total,3,2026-03-03 09:02:00,abandoned,30\nMax,Sales,4,,handled,40\nMax,Sales,,2026-03-03 09:04:00,handled,50\n"
            + "Max,Sales,6,soon,handled,60\nMax,,3 calls,,,70\nTotal,,,,,150\nAverage,,,2026-03-03,,30\n", Mapping);
        Assert.Equal((3, 3), (report.Imported, report.Rejected));
        Assert.Equal(["Max", "Min", null], (await TableCasesTests.KeptAsync(centre)).Select(kept => kept.Agent));
        Assert.Equal(["Summary", "Overall", "Total"], (await TableCasesTests.KeptAsync(centre)).Select(kept => kept.Queue));
        // What is wrong with a row of theirs is said of it.
        Assert.Equal([5, 6, 7], (await centre.RemarksAsync(report, RemarkKind.Rejected)).Select(remark => (int)remark.Line));
        Assert.Equal(3, Assert.Single(report.Findings, finding => finding.Code == "no-contact:a row of totals").Count);
    }

    [Theory, EachDatabase]
    public async Task They_stand_among_the_first_rows_that_a_page_shows(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var brought = await centre.BringAsync(System.Text.Encoding.UTF8.GetBytes(Heading
            + "Max,Sales,1,2026-03-03 09:00:00,handled,10\nTotal,,1 call,,,10\n"));
        Assert.Equal([["Max", "Sales", "1", "2026-03-03 09:00:00", "handled", "10"], ["Left aside: a row of totals."]],
            (await centre.AskAsync(new ImportPreview(brought.Id))).Value.Rows);
    }
}
