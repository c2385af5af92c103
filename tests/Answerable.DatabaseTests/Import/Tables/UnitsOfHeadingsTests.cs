using System.Text;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>What a number alone counts is told by its heading or its values; where neither tells, it is asked.</summary>
public sealed class UnitsOfHeadingsTests
{
    private const string German = "Nr;Beginn;Ergebnis;Wartezeit (Min);Gespräch [sec];Nachbearbeitung in Minuten\n"
        + "1;03.03.2026 09:00:00;angenommen;0,25;195,5;1,5\n2;03.03.2026 09:05:00;abgebrochen;2,0;0;0\n";

    private static readonly GenericMapping OfGerman = TableCasesTests.Columns("id=Nr", "arrived=Beginn", "outcome=Ergebnis", "wait=Wartezeit (Min)",
        "talk=Gespräch [sec]", "wrap=Nachbearbeitung in Minuten");

    [Theory]
    [InlineData("Wartezeit (Min)", "Wartezeit", "minutes")]
    [InlineData("Wait [sec]", "Wait", "seconds")]
    [InlineData("Wartezeit in Minuten", "Wartezeit", "minutes")]
    [InlineData("Wait min", "Wait", "minutes")]
    [InlineData("Wait (s)", "Wait", "seconds")]
    [InlineData("Dauer Std.", "Dauer", "hours")]
    [InlineData("Talk (h)", "Talk", "hours")]
    [InlineData("wait_ms", "wait", "milliseconds")]
    [InlineData("waitSeconds", "wait", "seconds")]
    [InlineData("Temps d'attente (en minutes)", "Temps d'attente", "minutes")]
    [InlineData("Talk (m)", "Talk", "minutes")]
    [InlineData("Talk (hh:mm:ss)", "Talk", null)]
    [InlineData("Talk (h:mm)", "Talk", "h:mm")]
    [InlineData("Wait time", "Wait time", null)]
    [InlineData("Time in queue", "Time in queue", null)]
    [InlineData("On hold", "On hold", null)]
    [InlineData("Talk m", "Talk m", null)]
    [InlineData("min", "min", null)]
    public void A_heading_says_its_unit_or_none(string heading, string bare, string? unit) =>
        Assert.Equal((bare, unit), (HeadingUnits.Bare(heading), HeadingUnits.Of(heading)));

    [Theory, EachDatabase]
    public async Task Headings_with_a_unit_are_known_and_give_it(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = (await centre.BringAsync(Encoding.UTF8.GetBytes(German))).Id;
        var table = (await centre.AskAsync(new ImportPreview(id))).Value;
        Assert.Equal(OfGerman.Columns.OrderBy(pair => pair.Key), table.Mapping.Columns.OrderBy(pair => pair.Key));
        Assert.Equal(("comma", 0), (table.Mapping.Decimals, (int)table.First!.Rejected));
        var report = await centre.TableAsync(German, OfGerman);
        Assert.Equal([("talk", "seconds"), ("wait", "minutes"), ("wrap", "minutes")],
            report.Mapping!.Units.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.All(["talk", "wait", "wrap"], field => Assert.Equal(ProposedBy.Heading, report.Mapping.Proposed![field]));
        // The work behind it is handling too.
        Assert.Equal([(15_000L, 285_500L), (120_000L, 0L)], (await TableCasesTests.KeptAsync(centre)).Select(kept => (kept.Wait!.Value, kept.Talk)));
    }

    /// <summary>Columns that somebody chooses bring their own decimals and units with them; what was chosen of these stays.</summary>
    [Theory, EachDatabase]
    public async Task What_was_proposed_is_proposed_anew_from_the_columns_chosen(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var odd = German.Replace("Wartezeit (Min)", "Spalte A (Min)", StringComparison.Ordinal).Replace("Gespräch [sec]", "Spalte B",
            StringComparison.Ordinal);
        var id = (await centre.BringAsync(Encoding.UTF8.GetBytes(odd))).Id;
        var chosen = TableCasesTests.Columns("id=Nr", "arrived=Beginn", "outcome=Ergebnis", "wait=Spalte A (Min)", "talk=Spalte B");
        Assert.DoesNotContain("wait", (await centre.AskAsync(new ImportPreview(id))).Value.Mapping.Columns.Keys);
        var table = (await centre.AskAsync(new ImportPreview(id, Tried: chosen))).Value;
        Assert.Equal(("comma", "minutes", "seconds", 0L),
            (table.Mapping.Decimals, table.Mapping.Units["wait"], table.Mapping.Units["talk"], table.First!.Rejected));
        var said = (await centre.AskAsync(new ImportPreview(id, Tried: chosen with { Decimals = "point" }))).Value;
        Assert.Equal(("point", 2L), (said.Mapping.Decimals, said.First!.Rejected));
        Assert.Contains("decimals: comma", said.First.Faults[0].Reason, StringComparison.Ordinal);
        // Checked, and chosen otherwise: of what was proposed before nothing is left.
        Assert.True((await centre.DoAsync(new ChooseColumns(id, chosen))).Allowed);
        Assert.Empty((await centre.AskAsync(new ImportRecord(id))).Value.Mapping!.Said().Units);
    }

    [Theory, EachDatabase]
    public async Task Seconds_or_minutes_that_nothing_tells_apart_are_asked(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var mapping = TableCasesTests.Columns("id=id", "arrived=start", "outcome=result", "wait=wait", "talk=talk");
        const string Small = "id,start,result,wait,talk\n1,2026-03-03 09:00:00,handled,0.25,3.25\n2,2026-03-03 09:01:00,handled,2.0,4.5\n";
        var asked = (await centre.TryImportAsync(Encoding.UTF8.GetBytes(Small), mapping)).Refusals;
        Assert.Equal(["unit-wait", "unit-talk"], asked.Select(refusal => refusal.Field));
        Assert.Contains("--units wait=minutes", asked[0].Text, StringComparison.Ordinal);
        var told = await centre.TryImportAsync(Encoding.UTF8.GetBytes(Small),
            mapping with { Units = new Dictionary<string, string> { ["wait"] = "minutes", ["talk"] = "minutes" } });
        Assert.True(told.Allowed);
        Assert.Equal([(15_000L, 195_000L), (120_000L, 270_000L)],
            (await TableCasesTests.KeptAsync(centre)).Select(kept => (kept.Wait!.Value, kept.Talk)));
    }

    /// <summary>Twelve talks in a row of no more than a few seconds each are as likely minutes.</summary>
    [Theory, EachDatabase]
    public async Task What_looks_like_minutes_is_a_finding(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync("id,start,result,wait,talk\n" + string.Concat(Enumerable.Range(1, 12).Select(row =>
            $"{row},2026-03-03 09:{row:00}:00,handled,20,{row}\n")),
            TableCasesTests.Columns("id=id", "arrived=start", "outcome=result", "wait=wait", "talk=talk"));
        Assert.Equal(12, Assert.Single(report.Findings, finding => finding.Code == "unit-assumed:talk").Count);
        Assert.Equal(ProposedBy.Assumed, report.Mapping!.Proposed!["wait"]);
    }

    [Theory]
    [InlineData("comma", "0,25", "1,180")]
    [InlineData("comma", "1,180", "1200")]
    [InlineData("point", "1,180", "900")]
    [InlineData("comma", "1.180", "900")]
    [InlineData("point", "12.345", "0.512")]
    [InlineData(null, "1,180", "2,250")]
    public void Decimals_are_told_by_what_stands_beside_them_or_asked(string? mark, params string[] numbers)
    {
        var (taken, by) = DecimalProposal.Of(numbers);
        Assert.Equal(mark, by == ProposedBy.Asked ? null : taken);
    }
}
