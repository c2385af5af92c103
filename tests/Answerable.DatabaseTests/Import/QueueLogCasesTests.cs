using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import;

/// <summary>Queue logs as real exchanges write them; named after the cases of real users.</summary>
public sealed class QueueLogCasesTests
{
    private const string Log = "asterisk-queue-log";

    [Theory, EachDatabase]
    public async Task Case_q1_a_transfer_is_read_in_each_of_the_forms_it_ever_had(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportTextAsync(Log, """
            1772532000|1772532000.11|helpline|NONE|ENTERQUEUE||07700900001
            1772532012|1772532000.11|helpline|Agent/201|CONNECT|12|1772532003.12|4
            1772532102|1772532000.11|helpline|Agent/201|TRANSFER|8600|from-internal
            1772532200|1772532200.21|helpline|NONE|ENTERQUEUE||07700900002
            1772532230|1772532200.21|helpline|Agent/202|CONNECT|30|1772532204.22|6
            1772532290|1772532200.21|helpline|Agent/202|TRANSFER|8600|from-internal|30|60
            1772532400|1772532400.31|helpline|NONE|ENTERQUEUE||07700900003
            1772532405|1772532400.31|helpline|Agent/203|CONNECT|5|1772532404.32|3
            1772532445|1772532400.31|helpline|Agent/203|TRANSFER|8600|from-internal|5|40|1
            1772532500|1772532500.41|helpline|NONE|ENTERQUEUE||07700900004
            1772532507|1772532500.41|helpline|Agent/204|CONNECT|7|1772532504.42|3
            1772532527|1772532500.41|helpline|Agent/204|BLINDTRANSFER|8600|from-internal
            """);
        Assert.Equal((4, 0), (report.Imported, report.Rejected));
        Assert.Equal([("Agent/201", 12, 90), ("Agent/202", 30, 60), ("Agent/203", 5, 40), ("Agent/204", 7, 20)], await HandledAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task Case_q3_withdrawn_and_not_compatible_callers_have_left(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportTextAsync(Log, """
            1772532000|1772532000.51|helpline|NONE|ENTERQUEUE||07700900001|1
            1772532090|1772532000.51|helpline|NONE|WITHDRAW|1|1|90|callback
            1772532005|1772532005.52|helpline|NONE|ENTERQUEUE||07700900002|1
            1772532025|1772532005.52|helpline|Agent/201|SYSCOMPAT|
            1772532100|1772532100.53|helpline|NONE|ENTERQUEUE||07700900003|1
            1772532104|1772532100.53|helpline|Agent/201|CONNECT|4|1772532101.54|2
            1772532184|1772532100.53|helpline|Agent/201|COMPLETECALLER|4|80|1
            1772532200|1772532200.55|helpline|NONE|ENTERQUEUE||07700900004|1
            1772532217|1772532200.55|helpline|NONE|EXITWITHKEY|1|1
            1772532220|NONE|NONE|NONE|CONFIGRELOAD|
            1772532230|1772532230.56|helpline|NONE|NEVERHEARDOF|1
            """);
        Assert.Equal((4, 0), (report.Imported, report.Rejected));
        Assert.Equal([("Agent/201", 4, 80)], await HandledAsync(centre));
        Assert.Equal([17, 20, 90], (await LeftAsync(centre)).Order());
        Assert.Contains(report.Findings, finding => finding.Code == "no-contact:neverheardof, an event that is not known");
        Assert.Contains(report.Findings, finding => finding.Code == "no-contact:configreload");
    }

    private const string First = """
        1772532000|1772532000.61|helpline|NONE|ENTERQUEUE||07700900001|1
        1772532008|1772532000.61|helpline|Agent/201|CONNECT|8|1772532001.62|3
        1772532009|1772532009.63|helpline|NONE|ENTERQUEUE||07700900002|1
        1772532050|NONE|NONE|NONE|CONFIGRELOAD|
        1772532051|1772532051.65|helpline|NONE|ENTERQUEUE||07700900003|1
        """;

    private const string Second = """
        1772532068|1772532000.61|helpline|Agent/201|COMPLETEAGENT|8|60|1
        1772532069|1772532009.63|helpline|Agent/201|CONNECT|60|1772532002.64|3
        1772532081|1772532051.65|helpline|NONE|ABANDON|1|1|30
        1772532099|1772532009.63|helpline|Agent/201|COMPLETECALLER|60|30|1
        """;

    /// <summary>The halves of a call, the whole of it, and any of them again: one call.</summary>
    [Theory, EachDatabase]
    public async Task Case_q4_calls_over_a_rotation_are_brought_in_half_by_half_in_either_order(Database database)
    {
        foreach (var order in new[] { new[] { First, Second }, [Second, First], [First, Second, First], [First, First + "\n" + Second],
            [Second, First + "\n" + Second, First], [First + "\n" + Second, Second] })
        {
            await using var centre = await TestCentre.OpenAsync(database);
            foreach (var half in order)
            {
                var report = await centre.ImportTextAsync(Log, half);
                Assert.Equal(0, report.Rejected);
            }
            Assert.Equal([("Agent/201", 8, 60), ("Agent/201", 60, 30)], await HandledAsync(centre));
            Assert.Equal([30], await LeftAsync(centre));
            await using var db = centre.OpenDb();
            Assert.Equal(3, await db.Set<ContactRow>().CountAsync());
        }
    }

    /// <summary>Each half works out when the call was queued from what it has, in whole seconds: a second off either way it is still one call, with
    /// the wait and talk that were written. Two seconds off are two.</summary>
    [Theory, EachDatabase]
    public async Task Case_q4_halves_that_meet_with_a_second_of_rounding_between_them_are_one_call(Database database)
    {
        const string begun = "1772532000|1772532000.61|helpline|NONE|ENTERQUEUE||077|1\n"
            + "1772532008|1772532000.61|helpline|Agent/201|CONNECT|8|1.62|3\n"
            + "1772532009|1772532009.63|helpline|NONE|ENTERQUEUE||078|1\n";
        foreach (var (off, calls) in new[] { (-2, 4), (-1, 2), (0, 2), (1, 2), (2, 4) })
        {
            var second = $"{1772532068 + off}|1772532000.61|helpline|Agent/201|COMPLETEAGENT|8|60|1\n"
                + $"{1772532069 + off}|1772532009.63|helpline|Agent/201|CONNECT|60|1.64|3\n"
                + $"{1772532099 + off}|1772532009.63|helpline|Agent/201|COMPLETECALLER|60|30|1\n";
            foreach (var order in new[] { new[] { begun, second }, [second, begun], [begun, second, begun, second], [second, begun, second] })
            {
                await using var centre = await TestCentre.OpenAsync(database);
                foreach (var half in order)
                    Assert.Equal(0, (await centre.ImportTextAsync(Log, half)).Rejected);
                await using (var db = centre.OpenDb())
                    Assert.True(calls == await db.Set<ContactRow>().CountAsync(), $"{off} s off");
                if (calls == 2)
                    Assert.Equal([("Agent/201", 8, 60), ("Agent/201", 60, 30)], await HandledAsync(centre));
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Case_q4_a_half_alone_says_so_and_brought_in_again_changes_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var one = await centre.ImportTextAsync(Log, Second);
        Assert.Equal((3, 3, 0), (one.Contacts, one.Imported, one.Unchanged));
        Assert.Equal(3, Assert.Single(one.Findings, finding => finding.Code == "part-of-a-call").Count);
        var again = await centre.ImportTextAsync(Log, Second);
        Assert.Equal((3, 0, 3), (again.Contacts, again.Imported, again.Unchanged));
        var begun = await centre.ImportTextAsync(Log, "1772532900|1772532900.1|helpline|NONE|ENTERQUEUE||077|1\n");
        Assert.Equal((1, 1), (begun.Contacts, begun.Imported));
        await using var db = centre.OpenDb();
        Assert.Equal(1, await db.Set<ContactRow>().CountAsync(row => row.State == ContactState.Waiting));
    }

    [Theory, EachDatabase]
    public async Task Case_q5_lines_of_one_second_in_any_order_are_read_all_the_same(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportTextAsync(Log, """
            1772532000|1772532000.71|helpline|NONE|ABANDON|1|1|0
            1772532000|1772532000.71|helpline|NONE|ENTERQUEUE||07700900001|1
            1772532010|1772532010.72|helpline|NONE|ENTERQUEUE||07700900002|1
            1772532013|1772532010.72|helpline|Agent/204|ATTENDEDTRANSFER|BRIDGE|5f1c0d7a|3|41|1
            1772532020|1772532020.73|helpline|NONE|ENTERQUEUE||07700900003|1
            1772532026|1772532020.73|helpline|Agent/204|CONNECT|6|1772532021.74|2
            1772532086|1772532020.73|helpline|Agent/204|ATTENDEDTRANSFER|LINK|SIP/204-0001|SIP/300-0002|6|60|1
            1772532030|1772532030.75|helpline|NONE|ENTERQUEUE||07700900004|1
            1772532033|1772532030.75|helpline|Agent/205|CONNECT|3|1772532031.76|2
            1772532093|1772532030.75|helpline|Agent/205|BLINDTRANSFER|8600|from-internal|3|60|1
            1772532240|1772532030.75|helpline|Agent/205|COMPLETECALLER|3|207|1
            1772532300|1772532300.77|helpline|Agent/206|COMPLETEAGENT|0|0|1
            1772532300|1772532300.77|helpline|Agent/206|CONNECT|0|1772532300.78|0
            1772532300|1772532300.77|helpline|NONE|ENTERQUEUE||07700900005|1
            """);
        Assert.Equal((5, 0), (report.Imported, report.Rejected));
        Assert.Equal([("Agent/204", 3, 41), ("Agent/204", 6, 60), ("Agent/205", 3, 60), ("Agent/206", 0, 0)], await HandledAsync(centre));
        Assert.Equal([0], await LeftAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task Case_q7_of_a_log_whose_first_line_is_cut_the_rest_is_read(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        foreach (var cut in new[] { "532000.91|helpline|NONE|ENTERQUEUE||07700900001|1", "2000|1772532000.91|helpline|NONE|ENTERQUEUE||1|1" })
        {
            var report = await centre.ImportTextAsync(Log, $"""
                {cut}
                1772532010|1772532010.92|helpline|NONE|ENTERQUEUE||07700900002|1
                1772532015|1772532010.92|helpline|Agent/201|CONNECT|5|1772532011.93|3
                1772532075|1772532010.92|helpline|Agent/201|COMPLETECALLER|5|60|1
                """);
            Assert.Equal((1, 1), (report.Contacts, report.Rejected));
            Assert.Equal(1, Assert.Single(await centre.RemarksAsync(report, RemarkKind.Rejected)).Line);
        }
        Assert.Equal([("Agent/201", 5, 60)], await HandledAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task Case_q8_a_name_may_hold_the_delimiter(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportTextAsync(Log, """
            1772532000|1772532000.95|helpline|NONE|ENTERQUEUE||07700900001|1
            1772532005|1772532000.95|helpline|Ann|Nights|CONNECT|5|1772532001.96|3
            1772532065|1772532000.95|helpline|Ann|Nights|COMPLETEAGENT|5|60|1
            1772532100|1772532100.97|Sales|North|NONE|ENTERQUEUE||07700900002|1
            1772532109|1772532100.97|Sales|North|Bob|CONNECT|9|1772532101.98|3
            1772532119|1772532100.97|Sales|North|Bob|COMPLETEAGENT|9|10|1
            """);
        Assert.Equal((2, 0), (report.Imported, report.Rejected));
        Assert.Equal([("Ann|Nights", 5, 60), ("Bob", 9, 10)], await HandledAsync(centre));
        await using var db = centre.OpenDb();
        Assert.Equal(["Sales|North", "helpline"], (await db.Set<ContactRow>().Select(row => row.Queue).ToListAsync()).Order(StringComparer.Ordinal));
    }

    private static async Task<List<(string? Agent, int Wait, int Talk)>> HandledAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        var rows = await db.Set<ContactRow>().AsNoTracking().Where(row => row.State == ContactState.Handled).OrderBy(row => row.ArrivedAt)
            .ToListAsync();
        return rows.ConvertAll(row => (row.AgentName, (int)(row.WaitMs!.Value / 1000), (int)(row.Contact().TalkMs!.Value / 1000)));
    }

    private static async Task<List<int>> LeftAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<ContactRow>().Where(row => row.State == ContactState.Abandoned).OrderBy(row => row.ArrivedAt)
            .Select(row => (int)(row.WaitMs!.Value / 1000)).ToListAsync();
    }
}
