using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.App.Measures;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>Words that say how a contact came and who began it, in the languages of centres around; a word nobody knows is never taken for
/// another.</summary>
public sealed class WordsOfColumnsTests
{
    private const string German = "Nr;Beginn;Ergebnis;Wartezeit;Kanal;Richtung\n"
        + "1;2026-03-03 09:00:00;angenommen;10;Telefon;eingehend\n2;2026-03-03 09:01:00;abgebrochen;30;Telefon;eingehend\n"
        + "3;2026-03-03 09:02:00;angenommen;;Telefon;ausgehend\n4;2026-03-03 09:03:00;verpasst;;Telefon;Ausgehend\n"
        + "5;2026-03-03 09:04:00;verpasst;90;Telefon;ausgehend\n6;2026-03-03 09:05:00;angenommen;5;Telefon;intern\n"
        + "7;2026-03-03 09:06:00;abgebrochen;5;Telefon;O\n8;2026-03-03 09:07:00;angenommen;5;Fax;eingehend\n";

    private static readonly GenericMapping OfGerman = TableCasesTests.Columns("id=Nr", "arrived=Beginn", "outcome=Ergebnis", "wait=Wartezeit",
        "channel=Kanal", "direction=Richtung");

    private static readonly GenericMapping OfWords = TableCasesTests.Columns("id=id", "arrived=start", "outcome=result", "wait=wait",
        "channel=channel", "direction=direction");

    [Theory, EachDatabase]
    public async Task Whom_the_centre_calls_counts_into_no_waiting_and_no_giving_up(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync(German, OfGerman);
        Assert.Equal((6, 2), (report.Imported, report.Rejected));
        Assert.Equal(["Richtung is 'O': no direction that is known. Say by 'directions' (--directions, or the page's card of words) which it is: "
            + "inbound, outbound, callback, internal.",
            "Kanal is 'Fax': no channel that is known. Say by 'channels' (--channels, or the page's card of words) which it is: phone, "
            + "email, chat, web, letter, social, visit, task."],
            (await centre.RemarksAsync(report, RemarkKind.Rejected)).Select(remark => remark.Reason));
        Assert.Equal([("internal", 1L), ("outbound", 3L)], report.Findings
            .Where(finding => finding.Code is "outbound" or "internal" or "wait-unknown").Select(finding => (finding.Code, finding.Count)).Order());
        Assert.Equal([(Direction.Inbound, ContactState.Handled), (Direction.Inbound, ContactState.Abandoned),
            (Direction.Outbound, ContactState.Handled), (Direction.Outbound, ContactState.Abandoned),
            (Direction.Outbound, ContactState.Abandoned), (Direction.Inbound, ContactState.Excluded)],
            (await RowsAsync(centre)).Select(row => (row.Direction, row.State)));
        // One of the two who called was served, after 10 s; the other gave up.
        Assert.Equal((50, 50, 10), (await FigureAsync(centre, "abandonment"), await FigureAsync(centre, "service-level-f3"),
            await FigureAsync(centre, "speed-of-answer")));
        var said = OfGerman with
        {
            Channels = new Dictionary<string, string> { ["fax"] = "letter" },
            Directions = new Dictionary<string, string> { ["o"] = "outbound" },
        };
        Assert.Equal((2, 6, 0), await CountsAsync(centre.TableAsync(German, said)));
        Assert.Equal((4, 3), ((await RowsAsync(centre)).Count(row => row.Direction is Direction.Outbound),
            (await RowsAsync(centre)).Count(row => row.Direction is Direction.Inbound && row.State is not ContactState.Excluded)));
    }

    [Theory, EachDatabase]
    public async Task The_usual_words_of_seven_languages_are_understood_and_a_blank_is_said(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        (string Channel, string Direction, Channel Came, Direction Begun)[] words =
        [
            ("Voice", "Inbound", Channel.Phone, Direction.Inbound), ("E-Mail", "EXTERNAL_OUTBOUND", Channel.Email, Direction.Outbound),
            ("Post", "out", Channel.Letter, Direction.Outbound), ("Brief", "Eingehend", Channel.Letter, Direction.Inbound),
            ("courrier", "sortant", Channel.Letter, Direction.Outbound), ("Telefono", "in uscita", Channel.Phone, Direction.Outbound),
            ("llamada", "saliente", Channel.Phone, Direction.Outbound), ("balie", "uitgaand", Channel.Visit, Direction.Outbound),
            ("llythyr", "allan", Channel.Letter, Direction.Outbound), ("Task", "Callback", Channel.Task, Direction.Callback),
            ("te\u0301le\u0301phone", "entrant", Channel.Phone, Direction.Inbound), ("", "-", Channel.Phone, Direction.Inbound),
        ];
        var report = await centre.TableAsync("id,start,result,wait,channel,direction\n" + string.Concat(words.Select((word, at) =>
            $"{at},2026-03-03 09:{at:00}:00,handled,5,{word.Channel},{word.Direction}\n")), OfWords);
        Assert.Equal((words.Length, 0), (report.Imported, report.Rejected));
        Assert.Equal(words.Select(word => (word.Came, word.Begun)), (await RowsAsync(centre)).Select(row => (row.Channel, row.Direction)));
        Assert.Equal(["channel-blank", "direction-blank"], report.Findings.Where(finding => finding.Count == 1 && finding.Code.EndsWith("-blank",
            StringComparison.Ordinal)).Select(finding => finding.Code));
    }

    [Theory, EachDatabase]
    public async Task A_table_of_letters_alone_is_said_to_be_one_and_its_waits_are_those_of_letters(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync("id,start,result,wait\n1,2026-03-03 09:00:00,handled,72000\n",
            TableCasesTests.Columns("id=id", "arrived=start", "outcome=result", "wait=wait") with { Channel = "letter" });
        Assert.Equal((1, "seconds"), (report.Imported, report.Mapping!.Units["wait"]));
        Assert.Equal((Channel.Letter, 72_000_000L), (await RowsAsync(centre)).Select(row => (row.Channel, row.WaitMs!.Value)).Single());
    }

    [Theory, EachDatabase]
    public async Task The_page_lists_the_words_of_each_column_and_asks_for_those_not_known(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = (await centre.BringAsync(System.Text.Encoding.UTF8.GetBytes(German))).Id;
        var table = (await centre.AskAsync(new ImportPreview(id))).Value;
        Assert.Equal(["Kanal", "Richtung"], new[] { "channel", "direction" }.Select(field => table.Mapping.Columns[field]));
        Assert.Equal([("Fax", null), ("Telefon", "phone")], table.Words[1].Words.Select(word => (word.Text, word.Means)));
        Assert.Equal([("O", null), ("eingehend", "inbound"), ("ausgehend", "outbound"), ("Ausgehend", "outbound"), ("intern", "internal")],
            table.Words[2].Words.Select(word => (word.Text, word.Means)));
        Assert.Equal((8, true, 2), (table.First!.Rows, table.First.Whole, table.First.Rejected));
        Assert.Equal(["words-channel", "words-direction"],
            (await centre.DoAsync(new ChooseColumns(id, OfGerman))).Refusals.Select(refusal => refusal.Field));
    }

    /// <summary>Sixty words of a column are not forty: those beyond stand a line each, and those below the first rows are asked for too.</summary>
    [Theory, EachDatabase]
    public async Task No_word_of_many_is_lost(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = (await centre.BringAsync(System.Text.Encoding.UTF8.GetBytes("id,start,result\n" + string.Concat(Enumerable.Range(0, 2_100)
            .Select(row => $"{row},2026-03-03 09:00:00,{(row < 2_000 ? "handled" : $"Word {row % 60}")}\n"))))).Id;
        var mapping = TableCasesTests.Columns("id=id", "arrived=start", "outcome=result");
        var first = (await centre.AskAsync(new ImportPreview(id))).Value;
        Assert.Equal((1, 2_000, false, 0), (first.Words[0].Words.Count, first.First!.Rows, first.First.Whole, first.First.Rejected));
        Assert.Contains("and 50 more.", (await centre.DoAsync(new ChooseColumns(id, mapping))).Refusals[0].Text, StringComparison.Ordinal);
        var whole = (await centre.AskAsync(new ImportPreview(id, Tried: mapping, Whole: true))).Value.Words[0];
        Assert.Equal((40, 20, 1), (whole.Words.Count, whole.More.Count, whole.Known));
        Assert.Equal(60, whole.Words.Concat(whole.More).Select(word => word.Text).Distinct().Count());
    }

    private static async Task<(long, long, long)> CountsAsync(Task<ImportReport> importing)
    {
        var report = await importing;
        return (report.Imported, report.Unchanged, report.Rejected);
    }

    private static async Task<List<ContactRow>> RowsAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<ContactRow>().AsNoTracking().OrderBy(row => row.ArrivedAt).ToListAsync();
    }

    private static async Task<double> FigureAsync(TestCentre centre, string kpi) =>
        (await centre.AskAsync(new KpiFigures(kpi, new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 4))
        {
            Threshold = kpi.StartsWith("service", StringComparison.Ordinal) ? 20 : null,
            Whole = true,
        })).Value.Total.Value!.Value;
}
