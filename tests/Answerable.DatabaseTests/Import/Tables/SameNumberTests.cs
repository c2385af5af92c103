using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Import.Findings;
using Answerable.App.Import.Profiles;
using Answerable.Model.Contacts;
using Answerable.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>Two systems that both count from 1: no contact of the one takes the place of the other's.</summary>
public sealed class SameNumberTests
{
    private const string Calls = "id,start,result,wait\n1,2026-03-03 09:00:00,handled,10\n2,2026-03-03 09:01:00,missed,10\n";
    private const string Letters = "ticket,created,status\n1,2026-04-06 08:00:00,handled\n2,2026-03-03 15:00:00,handled\n"
        + "3,2026-04-07 08:00:00,handled\n";
    private static readonly GenericMapping OfCalls = TableCasesTests.Columns("id=id", "arrived=start", "outcome=result", "wait=wait");
    private static readonly GenericMapping OfLetters =
        TableCasesTests.Columns("id=ticket", "arrived=created", "outcome=status") with { Channel = "letter" };

    [Theory, EachDatabase]
    public async Task A_number_that_is_another_contacts_by_its_day_or_its_channel_is_rejected_and_takes_nothing_away(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.TableAsync(Calls, OfCalls);
        var dry = await centre.DryRunAsync(Letters, OfLetters);
        var done = await centre.TableAsync(Letters, OfLetters);
        foreach (var report in new[] { dry, done })
            Assert.Equal((3L, 1L, 1L, 0L, 2L, 0L),
                (report.Rows, report.Contacts, report.Imported, report.Replaced, report.Rejected, report.Unchanged));
        Assert.Equal(2, Assert.Single(done.Findings, finding => finding.Code == Finding.AnotherNumber).Count);
        Assert.StartsWith("2 of 3 rows bear the number of another contact. Every figure lacks them", ImportLeftOut.Words(done),
            StringComparison.Ordinal);
        var remarks = await RemarksAsync(centre, done);
        Assert.StartsWith("Its number is that of another contact already: by phone, 2026-03-03 09:00 UTC.", remarks[0].Reason,
            StringComparison.Ordinal);
        Assert.Contains("--system", remarks[0].Reason, StringComparison.Ordinal);
        Assert.Equal([2L, 3L], remarks.Select(remark => remark.Line));
        Assert.Equal([(Channel.Phone, 3), (Channel.Phone, 3), (Channel.Letter, 4)], await KeptAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task Each_system_that_is_named_has_numbers_of_its_own(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.TableAsync(Calls, OfCalls);
        Assert.Equal((3L, 0L, 0L), Came(await centre.TableAsync(Letters, OfLetters with { System = "Post room" })));
        // However it is written; and a correction finds its contact there.
        Assert.Equal((0L, 0L, 3L), Came(await centre.TableAsync(Letters, OfLetters with { System = " post  ROOM" })));
        Assert.Equal((1L, 1L, 2L), Came(await centre.TableAsync(Letters.Replace("3,2026-04-07 08:00:00,handled", "3,2026-04-07 08:00:00,missed",
            StringComparison.Ordinal), OfLetters with { System = "post room" })));
        Assert.Equal(5, (await KeptAsync(centre)).Count);
    }

    /// <summary>Two systems may give the same number to two calls of one day. A correction moves a clock by a zone, or from one moment of a call to
    /// the next.</summary>
    [Theory]
    [InlineData("2026-03-03 10:00:00", true)]
    [InlineData("2026-03-03 09:07:13", true)]
    [InlineData("2026-03-03 14:30:20", true)]
    [InlineData("2026-03-03 08:44:30", true)]
    [InlineData("2026-03-03 09:37:13", false)]
    [InlineData("2026-03-03 17:52:00", false)]
    [InlineData("2026-03-04 13:00:00", false)]
    public async Task A_correction_moves_a_contact_only_so_far(string moved, bool taken)
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        await centre.TableAsync(Calls, OfCalls);
        var came = await centre.TableAsync($"id,start,result,wait\n1,{moved},handled,12\n", OfCalls);
        Assert.Equal(taken ? (1L, 1L, 0L) : (0L, 0L, 1L), (came.Imported, came.Replaced, came.Rejected));
    }

    /// <summary>Such as a system that begins its numbers anew each day.</summary>
    [Theory, EachDatabase]
    public async Task Rows_of_one_file_with_one_number_and_days_between_are_no_corrections(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string File = "id,start,result,wait\n1,2026-03-03 09:00:00,handled,10\n"
            + "1,2026-03-03 09:00:00,handled,12\n1,2026-03-05 09:00:00,handled,5\n";
        Assert.Equal((1L, 1L), await RejectedAsync(centre.DryRunAsync(File, OfCalls)));
        var done = await centre.TableAsync(File, OfCalls);
        Assert.Equal((1L, 1L), (done.Contacts, done.Rejected));
        Assert.Equal([(Channel.Phone, 3)], await KeptAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task A_row_read_otherwise_is_the_same_contact_and_one_taken_out_leaves_its_number_free(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string DayFirst = "id,start,result,wait\n1,03/04/2026 09:00,handled,10\n";
        Assert.Equal((1L, 0L, 0L), Came(await centre.TableAsync(DayFirst, OfCalls with { Dates = "month-first" })));
        Assert.Equal((1L, 1L, 0L), Came(await centre.TableAsync(DayFirst, OfCalls with { Dates = "day-first" })));
        Assert.Equal((1L, 1L, 0L), Came(await centre.TableAsync(DayFirst, OfCalls with { Dates = "day-first", Excluded = ["handled"] })));
        Assert.Equal((1L, 1L, 0L), Came(await centre.TableAsync("id,start,result,wait\n1,2026-06-01 09:00:00,handled,3\n", OfCalls)));
        Assert.Equal([(Channel.Phone, 6)], await KeptAsync(centre));
    }

    [Fact]
    public void A_system_is_named_in_few_plain_words()
    {
        foreach (var name in new[] { new string('x', 61), "4111 1111 1111 1111", "a\u202eb" })
            Assert.Equal("import.system", Assert.Single(ShippedProfiles.Find(AsteriskQueueLog.Profile.Name, new() { System = name }).Refusals).Code);
        Assert.Equal("import:asterisk-queue-log:north", ShippedProfiles.Find(AsteriskQueueLog.Profile.Name, new() { System = "North" }).Value.Source);
        Assert.Equal("import:asterisk-queue-log", ShippedProfiles.Find(AsteriskQueueLog.Profile.Name, null).Value.Source);
    }

    private static (long, long, long) Came(ImportReport report) => (report.Imported, report.Replaced, report.Unchanged);

    private static async Task<(long, long)> RejectedAsync(Task<ImportReport> importing) => ((await importing).Contacts, (await importing).Rejected);

    private static async Task<List<Remark>> RemarksAsync(TestCentre centre, ImportReport report)
    {
        await using var db = centre.OpenDb();
        var rows = await db.Set<RemarkRow>().OrderBy(row => row.Number).ToListAsync();
        return rows.Where(row => row.Import == report.Id).Select(row => row.Open(db.Master)).ToList();
    }

    private static async Task<List<(Channel, int)>> KeptAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return [.. (await db.Set<ContactRow>().OrderBy(row => row.ArrivedAt).ToListAsync()).Select(row => (row.Channel, row.ArrivedAt.Month))];
    }
}
