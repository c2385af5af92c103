using System.Text;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>Tables as real systems export them; named after the cases of real users.</summary>
public sealed class TableCasesTests
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private const string German = "Nr;Beginn;Ergebnis;Warteschlange;Agent;Wartezeit;Gespräch\r\n"
        + "4711;03.03.2026 09:15:00;handled;Störungen;Jürgen Weiß;12,5;1:02\r\n4712;03.03.2026 09:16:00;abandoned;Störungen;;30;\r\n";

    private static readonly GenericMapping OfGerman = Columns("id=Nr", "arrived=Beginn", "outcome=Ergebnis", "queue=Warteschlange", "agent=Agent",
        "wait=Wartezeit", "talk=Gespräch");

    private static readonly GenericMapping Usual = Columns("id=id", "arrived=start", "outcome=result", "wait=wait");

    [Theory, EachDatabase]
    public async Task Case_c1_bytes_that_are_no_utf_8_are_said_and_read_as_told(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var bytes = Western.GetBytes(German);
        var refused = (await centre.TryImportAsync(bytes, OfGerman)).Refusals[0];
        Assert.Equal("encoding", refused.Field);
        Assert.StartsWith("Line 1 holds bytes that are not UTF-8.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Gespräch", refused.Text, StringComparison.Ordinal);
        var report = (await centre.TryImportAsync(bytes, OfGerman with { Encoding = "windows-1252" })).Value;
        Assert.Equal((2, 0), (report.Imported, report.Rejected));
        Assert.Equal([("Störungen", "Jürgen Weiß", 12_500L, 62_000L), ("Störungen", null, 30_000L, 0L)],
            (await KeptAsync(centre)).Select(kept => (kept.Queue, kept.Agent, kept.Wait!.Value, kept.Talk)));
    }

    [Theory, EachDatabase]
    public async Task Case_c2_a_table_is_read_in_every_encoding_its_bytes_show(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string Text = "sep=;\r\nid;start;result;wait;agent\r\nA1;2026-03-03 09:00:00;handled;10;Jürgen Weiß\r\n";
        var mapping = Columns("id=id", "arrived=start", "outcome=result", "wait=wait", "agent=agent");
        Encoding[] encodings = [new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true),
            new UnicodeEncoding(false, false), new UnicodeEncoding(true, false)];
        foreach (var (place, encoding) in encodings.Index())
        {
            var report = (await centre.TryImportAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Text.Replace("A1", $"A{place}",
                StringComparison.Ordinal))], mapping)).Value;
            Assert.Equal((1, 0), (report.Imported, report.Rejected));
        }
        Assert.Equal(6, (await KeptAsync(centre)).Count(kept => kept is { Agent: "Jürgen Weiß", Wait: 10_000 }));
    }

    [Theory, EachDatabase]
    public async Task Case_c3_titles_stand_above_and_totals_below_and_neither_is_a_call(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var mapping = Columns("id=Call ID", "arrived=Start", "outcome=Result", "wait=Wait", "talk=Talk");
        var report = await centre.TableAsync("\"Queue detail report\",,,,,\n\"Period: 03/03/2026 - 03/03/2026\",,,,,\n\n"
            + "Call ID,Start,Result,Queue,Wait,Talk\n1001,2026-03-03 09:00:00,handled,Sales,00:00:12,00:03:00\n"
            + "1002,2026-03-03 09:05:00,handled,Sales,00:00:40,00:04:10\nTotal,,,,00:00:52,00:07:10\n", mapping);
        Assert.Equal((2, 0, 4), (report.Imported, report.Rejected, report.Mapping!.Heading!.Value));
        Assert.Contains(report.Findings, finding => finding is { Code: "no-contact:a row of totals", Count: 1 });
        Assert.Equal([(12_000L, 180_000L), (40_000L, 250_000L)], (await KeptAsync(centre)).Select(kept => (kept.Wait!.Value, kept.Talk)));
    }

    [Theory, EachDatabase]
    public async Task Case_c3b_thousands_are_read_and_a_heading_said_again_is_left_aside(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var mapping = Columns("id=Call ID", "arrived=Start", "outcome=Result", "wait=Wait", "talk=Talk");
        var report = await centre.TableAsync("Call ID,Start,Result,Queue,Wait,Talk\n1001,2026-03-03 09:00:00,handled,Sales,12,\"1,180\"\n"
            + "1002,2026-03-03 09:05:00,handled,Sales,40,250\n,,,,,\n"
            + "Call ID,Start,Result,Queue,Wait,Talk\n1003,2026-03-03 09:15:00,abandoned,Sales,70,\n"
            + "Totals,3 calls,,,122,\"1,430\"\nAverage,,,,40.7,715\n", mapping);
        Assert.Equal((3, 0), (report.Imported, report.Rejected));
        Assert.Equal(1_180_000, (await KeptAsync(centre))[0].Talk);
        Assert.Equal(["no-contact:a blank row", "no-contact:a row of totals", "no-contact:the heading again"],
            report.Findings.Select(finding => finding.Code).Where(code => code.StartsWith("no-contact", StringComparison.Ordinal)));
    }

    [Theory, EachDatabase]
    public async Task Case_c4_twelve_hour_american_dates_are_read_as_the_one_way_they_can_be(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync("id,start,result,wait\n1,3/13/2026 7:05:09 PM,handled,10\n2,3/13/2026 12:05 AM,handled,10\n"
            + "3,\"3/13/2026, 7:05:09 PM\",handled,10\n4,3/13/2026 7:05:09\u202FPM,handled,10\n5,3/13/26 7:05 PM,handled,10\n"
            + "6,3/13/2026 7:05:09 p.m.,handled,10\n7,3/13/2026 07:05:09 pm,handled,10\n8,3/13/2026  7:05:09 PM,handled,10\n"
            + "9,03/13/2026 19:05:09.250,handled,10\n", Usual);
        Assert.Equal((9, 0, "month-first"), (report.Imported, report.Rejected, report.Mapping!.Dates));
        Assert.Equal(["00:05:00.000", "19:05:00.000", "19:05:09.000", "19:05:09.250"], (await KeptAsync(centre)).Select(kept =>
            kept.At.ToString("HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture)).Distinct());
    }

    /// <summary>Where both orders fit, nobody guesses; what would reject some and move others is stopped.</summary>
    [Theory, EachDatabase]
    public async Task Dates_that_fit_both_orders_are_asked_back_and_an_order_that_moves_others_is_refused(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string Both = "id,start,result,wait\n1,02/03/2026 09:00,handled,10\n2,03/04/2026 09:00,handled,10\n";
        var asked = (await centre.TryImportAsync(Encoding.UTF8.GetBytes(Both), Usual)).Refusals[0];
        Assert.Equal(("import.dates-asked", "dates"), (asked.Code, asked.Field));
        Assert.Contains("line 2: 02/03/2026 09:00", asked.Text, StringComparison.Ordinal);
        var american = Both + "3,3/13/2026 10:00,handled,10\n";
        var stopped = (await centre.TryImportAsync(Encoding.UTF8.GetBytes(american), Usual with { Dates = "day-first" })).Refusals[0];
        Assert.Equal("import.dates-other", stopped.Code);
        Assert.Empty(await KeptAsync(centre));
        Assert.Equal(3, (await centre.TableAsync(american, Usual)).Imported);
        Assert.Equal([3, 4, 13], (await KeptAsync(centre)).Select(kept => kept.At.Day).Order());
    }

    [Theory, EachDatabase]
    public async Task Case_c6_a_duration_is_read_by_its_unit_and_what_does_not_fit_is_a_finding(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync("id,start,result,wait,talk\n1,2026-03-03 09:00:00,handled,62.5,1:02\n"
            + "2,2026-03-03 09:01:00,handled,00:00:20,0.000717592592592593\n3,2026-03-03 09:02:00,handled,0:99,1:75\n"
            + "4,2026-03-03 09:03:00,handled,20,62000\n5,2026-03-03 09:04:00,handled,20s,1m 2s\n6,2026-03-03 09:05:00,handled,PT20S,PT1M2S\n"
            + "7,2026-03-03 09:06:00,handled,-0:05,60\n8,2026-03-03 09:07:00,handled,-,--\n9,2026-03-03 09:08:00,handled,N/A,0:01:02.250\n"
            + "11,2026-03-03 09:10:00,handled,1e1,60\n12,2026-03-03 09:11:00,handled,+5,60\n",
            Columns("id=id", "arrived=start", "outcome=result", "wait=wait", "talk=talk"));
        Assert.Equal((10, 1), (report.Imported, report.Rejected));
        Assert.Equal(3, Assert.Single(report.Findings, finding => finding.Code == "duration-misfits").Count);
        Assert.Equal([62_500L, 20_000L, null, 20_000L, 20_000L, 20_000L, 0L, null, null, 5_000L],
            (await KeptAsync(centre)).Select(kept => kept.Wait));
        Assert.Equal([62_000L, 0L, 0L, 0L, 62_000L, 62_000L, 60_000L, 0L, 62_250L, 60_000L], (await KeptAsync(centre)).Select(kept => kept.Talk));
    }

    [Theory, EachDatabase]
    public async Task Units_are_proposed_from_the_values(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var mapping = Columns("id=id", "arrived=start", "outcome=result", "wait=wait", "talk=talk");
        var report = await centre.TableAsync("id,start,result,wait,talk\n1,2026-03-03 09:00:00,handled,62000,0.000717592592592593\n"
            + "2,2026-03-03 09:01:00,handled,20500,7.17592592592593E-04\n", mapping);
        Assert.Equal([("talk", "days"), ("wait", "milliseconds")], report.Mapping!.Units.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal([(62_000L, 62_000L), (20_500L, 62_000L)], (await KeptAsync(centre)).Select(kept => (kept.Wait!.Value, kept.Talk)));
    }

    [Theory, EachDatabase]
    public async Task Case_c9_two_columns_of_one_heading_have_each_its_own_values(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync("\"Call ID\",\"Start\",\"Duration\",\"Duration\",\"Result\",\"Notes\"\n"
            + "1,2026-03-03 09:00:00,10,200,handled,\"line one\nline two, with comma\"\n"
            + "2,2026-03-03 09:01:00,20,300,handled,\"she said \"\"hello\"\"\"\n"
            + "3,2026-03-03 09:02:00,30,400,handled,5\" pipe\n\n=\"4\",2026-03-03 09:03:00,40,500,handled,=HYPERLINK(\"x\")\n",
            Columns("id=Call ID", "arrived=Start", "outcome=Result", "wait=Duration", "talk=Duration (2nd)"));
        Assert.Equal((4, 0), (report.Imported, report.Rejected));
        Assert.Equal([(10_000L, 200_000L), (20_000L, 300_000L), (30_000L, 400_000L), (40_000L, 500_000L)],
            (await KeptAsync(centre)).Select(kept => (kept.Wait!.Value, kept.Talk)));
    }

    [Theory, EachDatabase]
    public async Task Case_c11_long_numbers_are_kept_to_the_digit_and_rounded_ones_name_no_contact(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var rows = string.Concat(Enumerable.Range(0, 40).Select(number => $"{3000000000100000 + number},2026-03-03 09:00:00,handled,5\n"));
        var report = await centre.TableAsync($"id,start,result,wait\n{rows}4.47701E+11,2026-03-03 09:00:00,handled,5\n", Usual);
        Assert.Equal((40, 40, 1), (report.Imported, report.Contacts, report.Rejected));
        Assert.Contains("a spreadsheet has rounded", (await centre.RemarksAsync(report, RemarkKind.Rejected))[0].Reason, StringComparison.Ordinal);
    }

    /// <summary>Of the two readings, the one whose durations are not negative and shortest.</summary>
    [Theory, EachDatabase]
    public async Task Case_c12_a_time_in_the_hour_that_comes_twice_is_read_by_its_durations(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync("id,arrived,answered,ended,result\n"
            + "B1,2025-10-26 00:59:40,2025-10-26 01:00:10,2025-10-26 01:05:10,handled\n"
            + "B2,2025-10-26 01:59:40,2025-10-26 02:00:10,2025-10-26 02:05:10,handled\n"
            + "B3,2025-10-26 01:59:40,2025-10-26 01:00:10,2025-10-26 01:05:10,handled\n"
            + "B4,2025-10-26 01:30:00,2025-10-26 01:30:20,2025-10-26 02:10:20,handled\n"
            + "B5,2025-03-30 01:30:00,2025-03-30 02:00:20,2025-03-30 02:10:20,handled\n",
            Columns("id=id", "arrived=arrived", "answered=answered", "ended=ended", "outcome=result") with { Zone = "Europe/London" });
        Assert.Equal((5, 0), (report.Imported, report.Rejected));
        Assert.Equal(4, Assert.Single(report.Findings, finding => finding.Code == "hour-twice").Count);
        Assert.Equal(1, Assert.Single(report.Findings, finding => finding.Code == "hour-never").Count);
        var kept = (await KeptAsync(centre)).Where(row => row.At.Month == 10).ToList();
        Assert.Equal([20_000L, 30_000L, 30_000L, 30_000L], kept.Select(row => row.Wait!.Value).Order());
        Assert.Equal([300_000L, 300_000L, 300_000L, 2_400_000L], kept.Select(row => row.Talk).Order());
    }

    [Theory, EachDatabase]
    public async Task Case_c17_date_and_time_stand_in_two_columns(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync("CALL ID,DATE,TIME,ANSWER,RESULT,WAIT\n30001,03/03/2026,23:59:50,00:00:10,answered,10\n"
            + "30002,03/03/2026,09:16:00,,abandoned,5\n",
            Columns("id=CALL ID", "arrived=DATE", "arrived-time=TIME", "answered-time=ANSWER", "outcome=RESULT"));
        Assert.Equal((2, 0), (report.Imported, report.Rejected));
        Assert.Equal(["2026-03-03 09:16:00 ", "2026-03-03 23:59:50 20000"], (await KeptAsync(centre)).Select(kept =>
            $"{kept.At:yyyy-MM-dd HH:mm:ss} {kept.Wait}"));
    }

    [Theory, EachDatabase]
    public async Task Case_c20_known_words_are_understood_and_unknown_ones_are_never_guessed(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string Words = "id,start,result,wait\n1,2026-03-03 09:00:00,Handled ,10\n2,2026-03-03 09:01:00,ANSWERED,10\n"
            + "3,2026-03-03 09:02:00,Abandon,10\n4,2026-03-03 09:03:00,Missed Call,10\n5,2026-03-03 09:04:00,Completed by agent,10\n"
            + "6,2026-03-03 09:05:00,Voicemail,10\n7,2026-03-03 09:06:00,Yes,10\n8,2026-03-03 09:07:00,Abgebrochen,10\n";
        var report = await centre.TableAsync(Words, Usual);
        Assert.Equal((7, 1), (report.Imported, report.Rejected));
        Assert.Equal(1, (await centre.TableAsync(Words, Usual with { Handled = ["yes"] })).Imported);
        await using var db = centre.OpenDb();
        Assert.Equal((4, 4), (await db.Set<ContactRow>().CountAsync(row => row.State == ContactState.Handled),
            await db.Set<ContactRow>().CountAsync(row => row.State == ContactState.Abandoned)));
    }

    /// <summary>One row for each phone that rang: one call, answered if any row says so, whatever the order.</summary>
    [Theory, EachDatabase]
    public async Task A_call_that_rang_at_several_phones_is_one_and_answered_if_any_row_says_so(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync("id,start,result,wait\n1,2026-03-03 09:00:00,missed,10\n1,2026-03-03 09:00:00,answered,12\n"
            + "1,2026-03-03 09:00:00,no answer,11\n2,2026-03-03 09:00:00,missed,9\n2,2026-03-03 09:00:00,missed,10\n", Usual);
        Assert.Equal(2, report.Contacts);
        Assert.Equal(1, Assert.Single(report.Findings, finding => finding.Code == "rang-elsewhere").Count);
        await using var db = centre.OpenDb();
        Assert.Equal([ContactState.Abandoned, ContactState.Handled],
            await db.Set<ContactRow>().OrderBy(row => row.WaitMs).Select(row => row.State).ToListAsync());
    }

    internal static GenericMapping Columns(params string[] pairs) => new()
    {
        Columns = pairs.Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]),
        Zone = "Europe/London",
    };

    internal static async Task<List<Kept>> KeptAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<ContactRow>().OrderBy(row => row.ArrivedAt)
            .Select(row => new Kept(row.Queue, row.AgentName, row.WaitMs, row.HandleMs ?? 0, row.ArrivedAt)).ToListAsync();
    }

    internal sealed record Kept(string? Queue, string? Agent, long? Wait, long Talk, DateTimeOffset At);
}
