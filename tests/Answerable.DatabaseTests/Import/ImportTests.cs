using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.App.Journal;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import;

public sealed class ImportTests
{
    private static readonly GenericMapping Mapping = new()
    {
        Columns = new Dictionary<string, string>
        {
            ["id"] = "Ref",
            ["arrived"] = "Start",
            ["wait"] = "Wait",
            ["talk"] = "Talk",
            ["outcome"] = "Result",
            ["queue"] = "Queue",
            ["agent"] = "Agent",
            ["customer"] = "Account",
        },
    };

    private const string Heading = "Ref,Start,Wait,Talk,Result,Queue,Agent,Account\n";

    [Theory, EachDatabase]
    public async Task The_same_contact_sent_three_times_is_one_contact_and_the_latest_record_wins_in_any_order(Database database)
    {
        var records = new[] { "ctr_case1.json", "ctr_case2.json", "ctr_case3.json" }.Select(name =>
            File.ReadAllText(SharedData.Path($"amazon-connect-ctr/{name}"))).ToArray();
        foreach (var order in new[] { new[] { 0, 1, 2 }, [2, 0, 1], [1, 2, 0] })
        {
            await using var centre = await TestCentre.OpenAsync(database);
            var report = await centre.ImportTextAsync("amazon-connect-ctr", string.Concat(order.Select(place => records[place])));
            Assert.Equal((3, 1, 3), (report.Rows, report.Contacts, report.Imported));
            var contact = await OnlyContactAsync(centre);
            Assert.Equal(DateTimeOffset.Parse("2022-01-11T04:09:47Z", null).ToUnixTimeMilliseconds(), contact.Revision);
            Assert.Equal((346_000, 465_000, 239_000, 221_000, 5_000),
                (contact.WaitMs, contact.TalkMs + contact.HoldMs + contact.WrapMs, contact.TalkMs, contact.HoldMs, contact.WrapMs));
            Assert.Equal(DateTimeOffset.Parse("2022-01-05T17:20:32Z", null), contact.AnsweredAt);
            Assert.Equal("agent.one", contact.AgentName);
        }
    }

    [Theory, EachDatabase]
    public async Task A_queue_logs_events_gather_to_contacts_and_a_call_without_its_end_is_said(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportAsync("asterisk-queue-log", SharedData.Path("asterisk-queue-log/queue_log_fragment.txt"));
        Assert.Equal((1, 1, 1), (report.Contacts, report.Imported, report.Rejected));
        var contact = await OnlyContactAsync(centre);
        Assert.Equal((ContactState.Abandoned, 68_000L, "support"), (contact.State, contact.WaitMs, contact.Queue));
        Assert.Equal(8, Assert.Single(await centre.RemarksAsync(report, RemarkKind.Rejected)).Line);
        var whole = await centre.ImportTextAsync("asterisk-queue-log",
            "1596513054|1596513054.164|sales|NONE|ENTERQUEUE||7000|1\n"
            + "1596513060|1596513054.164|sales|SIP/7|CONNECT|6|1596513055.1|3\n"
            + "1596513100|1596513054.164|sales|SIP/7|COMPLETECALLER|6|40|1\n");
        Assert.Equal((1, 1, 0), (whole.Contacts, whole.Imported, whole.Rejected));
    }

    [Theory, EachDatabase]
    public async Task A_table_of_ones_own_is_read_by_the_columns_mapped_and_each_bad_row_is_told_with_its_reason(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportTextAsync(GenericCsv.Name, Heading
            + "1,2026-07-01 09:00:00,0:35,2:00,Answered,\"Repairs, urgent\",Jo,77\n"
            + "2,2026-07-01 09:05,12,,Abandoned,Rent,,\n"
            + "3,01/07/2026 09:10,12,,Abandoned,Rent,,\n"
            + "4,2026-07-01 09:15,-5,60,Answered,Rent,Jo,77\n"
            + "5,2026-07-01 09:20,5,60,Lunch,Rent,Jo,77\n"
            + "6,2026-07-01 09:25,5\n"
            + "7,2025-10-26 01:30:00,5,60,Answered,Rent,Jo,4111 1111 1111 1111\n", Mapping);
        Assert.Equal((7, 4, 3, 2), (report.Rows, report.Imported, report.Rejected, report.Repaired));
        var rejected = await centre.RemarksAsync(report, RemarkKind.Rejected);
        Assert.Equal([4L, 6, 7], rejected.Select(remark => remark.Line));
        Assert.Contains("Start is '01/07/2026 09:10'", rejected[0].Reason, StringComparison.Ordinal);
        Assert.Contains("Result is 'Lunch'", rejected[1].Reason, StringComparison.Ordinal);
        Assert.Contains("3 columns where the heading has 8", rejected[2].Reason, StringComparison.Ordinal);
        var repaired = await centre.RemarksAsync(report, RemarkKind.Repaired);
        Assert.Contains("Wait is -5: taken as 0.", repaired[0].Reason, StringComparison.Ordinal);
        Assert.Contains("came twice that night", repaired[1].Reason, StringComparison.Ordinal);
        Assert.Contains("4111 11** **** 1111", repaired[1].Text, StringComparison.Ordinal);
        await using var db = centre.OpenDb();
        var first = (await db.Set<ContactRow>().AsNoTracking().SingleAsync(contact => contact.Type == null && contact.Queue == "Repairs, urgent"))
            .Contact();
        Assert.Equal((DateTimeOffset.Parse("2026-07-01T08:00:00Z", null), 35_000L, 120_000L, "Repairs, urgent"),
            (first.ArrivedAt, first.WaitMs, first.TalkMs, first.Queue));
        Assert.Equal(0, await db.Set<JournalRow>().CountAsync(row => row.Body.Contains("4111 1111") || row.SourceKey.Contains("4111")));
    }

    [Theory, EachDatabase]
    public async Task A_value_that_is_missing_is_told_as_empty(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportTextAsync(GenericCsv.Name, Heading
            + "1,,35,120,Answered,Rent,Jo,77\n"
            + "2,2026-07-01 09:05,12,60, ,Rent,Jo,77\n"
            + ",2026-07-01 09:10,12,60,Answered,Rent,Jo,77\n", Mapping);
        var reasons = (await centre.RemarksAsync(report, RemarkKind.Rejected)).Select(remark => remark.Reason).ToList();
        Assert.Equal(3, reasons.Count);
        Assert.StartsWith("Start is empty: a date and time like ", reasons[0], StringComparison.Ordinal);
        Assert.Equal("Result is empty: no outcome the profile knows.", reasons[1]);
        Assert.EndsWith(" is empty: without it the contact has no name of its own.", reasons[2], StringComparison.Ordinal);
        var epoch = await centre.ImportTextAsync(GenericCsv.Name, Heading + "1,,35,120,Answered,Rent,Jo,77\n", Mapping with { Dates = "epoch" });
        Assert.StartsWith("Start is empty: ", Assert.Single(await centre.RemarksAsync(epoch, RemarkKind.Rejected)).Reason, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_corrected_row_counts_in_place_of_the_one_before_and_is_one_contact(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.ImportTextAsync(GenericCsv.Name, Heading + "1,2026-07-01 09:00:00,35,120,Answered,Rent,Jo,77\n", Mapping);
        var again = await centre.ImportTextAsync(GenericCsv.Name, Heading + "1,2026-07-01 09:00:00,35,150,Answered,Rent,Jo,77\n", Mapping);
        Assert.Equal((1, 0), (again.Imported, again.Unchanged));
        Assert.Equal(150_000, (await OnlyContactAsync(centre)).TalkMs);
    }

    [Theory, EachDatabase]
    public async Task A_file_that_cannot_be_meant_is_refused_before_anything_is_written(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        foreach (var (profile, text, sentence) in new[]
        {
            ("technion-bank", "", "The file is empty."),
            ("technion-bank", "a,b\n1,2\n", "has no column vru+line"),
            ("amazon-connect-ctr", "{\"a\":1}", "its first record has no ContactId"),
            ("amazon-connect-ctr", "ContactId\n1\n", "not JSON"),
            ("asterisk-queue-log", "a,b\n1,2\n", "is not a queue log"),
            ("generic-csv", Heading, "a heading and no rows"),
            ("generic-csv", "PK\u0003\u0004", "spreadsheet"),
        })
        {
            var path = Path.GetTempFileName();
            await File.WriteAllTextAsync(path, text);
            var outcome = await centre.DoAsync(await Importing.BeginAsync(profile, path, profile == GenericCsv.Name ? Mapping : null));
            Assert.Contains(sentence, Assert.Single(outcome.Refusals).Text, StringComparison.Ordinal);
            File.Delete(path);
        }
        Assert.Equal(0, (await centre.AskAsync(new ImportList())).Value.Total);
    }

    private static async Task<Contact> OnlyContactAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return (await db.Set<ContactRow>().AsNoTracking().SingleAsync()).Contact();
    }
}
