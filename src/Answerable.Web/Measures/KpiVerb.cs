using System.CommandLine;
using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Measures;

internal static class KpiVerb
{
    public static Command Create()
    {
        var list = new Command("list", "Prints every KPI with its formula and version.") { OpenedCentre.Json };
        list.SetAction(List);
        var options = new KpiOptions();
        var kpi = new Command("kpi", "Prints KPIs' values, numerators, denominators, formulas and versions over local dates.")
            { list, options.Names, OpenedCentre.Json };
        foreach (var option in options.All)
            kpi.Add(option);
        kpi.SetAction((given, stop) => ReadAsync(options, given, stop));
        return kpi;
    }

    private static int List(ParseResult given)
    {
        if (given.GetValue(OpenedCentre.Json))
            Console.WriteLine(KpiJson.Of(Kpis.All));
        else
            foreach (var kpi in Kpis.All)
                Console.WriteLine($"{kpi.Name,-28} v{kpi.Version}  {kpi.Title}\n{"",-33}{kpi.Formula.Words(KpiParameters.Usual)}");
        return Exit.Done;
    }

    private static async Task<int> ReadAsync(KpiOptions options, ParseResult given, CancellationToken stop)
    {
        var (asked, wrong) = options.Read(given);
        if (asked is null)
            return Exit.Misused(wrong!);
        await using var centre = await OpenedCentre.OpenAsync(given, stop);
        var board = await centre.AskAsync(new KpiBoard(_ => asked) { Whole = true }, stop);
        if (!board.Allowed || board.Value.Refused.Count > 0)
            return Exit.Misused(string.Join(" ", board.Allowed ? board.Value.Refused : board.Refusals));
        var found = board.Value.Figures;
        if (given.GetValue(OpenedCentre.Json))
            Console.WriteLine(found.Count == 1 ? KpiJson.Of(asked[0], found[0]) : KpiJson.Of(asked.Zip(found)));
        else
            foreach (var one in found)
                Print(one);
        if (given.GetResult(options.Kind) is not { Implicit: false } && await IsDemoLeftOutAsync(centre, asked[0], stop))
            await Console.Error.WriteLineAsync("What the demo centre did is left out: --kind demo counts it.");
        return Exit.Done;
    }

    private static async Task<bool> IsDemoLeftOutAsync(OpenedCentre centre, KpiFigures asked, CancellationToken stop)
    {
        var demo = await centre.AskAsync(new KpiBoard(_ => [Demo(asked)]) { Whole = true }, stop);
        return demo is { Allowed: true, Value.Figures: [{ Total: { } total }, ..] } && (total.Value ?? 0) + (total.Denominator ?? 0) > 0;
    }

    private static KpiFigures Demo(KpiFigures asked) => asked with { Kinds = [FactKind.Demo], Split = null };

    private static void Print(KpiFigures.Finding found)
    {
        Console.WriteLine($"{found.Kpi.Title}: {Of(found.Kpi, found.Total)}");
        foreach (var part in found.Parts)
            Console.WriteLine(
                $"  version {part.Version}, {part.From:yyyy-MM-dd} to before {part.To:yyyy-MM-dd}: {Of(found.Kpi, part.Figure)}\n    {part.Formula}");
        foreach (var beside in found.Beside)
            Console.WriteLine($"  {beside.Label}: {beside.Count.ToString("#,0", CultureInfo.CurrentCulture)}");
        foreach (var line in found.Lines)
            Console.WriteLine($"  {line.Start:yyyy-MM-dd HH:mm} {line.Label,-24} {Of(found.Kpi, line.Figure)}");
        if (found.Waiting > 0)
            Console.WriteLine($"  {found.Waiting} quarter-hours have changed and are still being added up.");
    }

    private static string Of(Kpi kpi, Figure figure) => figure switch
    {
        { Value: null } => figure.Word ?? "",
        { Numerator: null, Denominator: { } values } =>
            $"{KpiWords.Text(kpi, figure)}  (of {Counted.Of(values, "contact")})",
        { Denominator: { } denominator } =>
            $"{KpiWords.Text(kpi, figure)}  ({KpiWords.Count(kpi, figure.Numerator, numerator: true)} of " +
            $"{KpiWords.Count(kpi, denominator, numerator: false)})",
        _ => KpiWords.Text(kpi, figure),
    };
}
