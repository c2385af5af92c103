using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.Analysis.Measures;
using Answerable.App.Measures;

namespace Answerable.Web.Measures;

/// <summary>A KPI's figures for machines. Times in numerator and denominator are seconds, as values are.</summary>
internal static class KpiJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(KpiFigures asked, KpiFigures.Finding found) => JsonSerializer.Serialize(FiguresOf(asked, found), Options);

    /// <summary>Several, in a list.</summary>
    public static string Of(IEnumerable<(KpiFigures Asked, KpiFigures.Finding Found)> board) =>
        JsonSerializer.Serialize(board.Select(pair => FiguresOf(pair.Asked, pair.Found)), Options);

    private static object FiguresOf(KpiFigures asked, KpiFigures.Finding found)
    {
        var part = found.Parts[^1];
        return new
        {
            found.Kpi.Name,
            found.Kpi.Title,
            found.Kpi.Unit,
            part.Version,
            part.Formula,
            Parameters = Parameters(found.Kpi, part.Parameters),
            found.Kpi.Exclusions,
            found.Kpi.Attribution,
            asked.From,
            asked.To,
            found.Zone,
            asked.Kinds,
            asked.Only,
            found.Total.Value,
            Numerator = KpiWords.Sum(found.Kpi, found.Total.Numerator, numerator: true),
            Denominator = KpiWords.Sum(found.Kpi, found.Total.Denominator, numerator: false),
            found.Total.Word,
            found.Beside,
            Parts = found.Parts.Count > 1 ? found.Parts.Select(other => PartOf(found.Kpi, other)) : null,
            Rows = found.Lines.Select(line => RowOf(found.Kpi, line)),
            WaitingQuarterHours = found.Waiting,
        };
    }

    public static string Of(IEnumerable<Kpi> kpis) => JsonSerializer.Serialize(kpis.Select(kpi => new
    {
        kpi.Name,
        kpi.Title,
        kpi.Words,
        kpi.Unit,
        kpi.Version,
        Formula = kpi.Formula.Words(KpiParameters.Usual),
        Parameters = Parameters(kpi, KpiParameters.Usual),
        kpi.Exclusions,
        kpi.Attribution,
    }), Options);

    private static object PartOf(Kpi kpi, KpiFigures.Part part) => new
    {
        part.From,
        part.To,
        part.Version,
        part.Formula,
        Parameters = Parameters(kpi, part.Parameters),
        part.Figure.Value,
        Numerator = KpiWords.Sum(kpi, part.Figure.Numerator, numerator: true),
        Denominator = KpiWords.Sum(kpi, part.Figure.Denominator, numerator: false),
        part.Figure.Word,
        part.Beside,
    };

    private static object RowOf(Kpi kpi, KpiFigures.Line line) => new
    {
        line.Key,
        line.Label,
        line.Start,
        line.End,
        line.Figure.Value,
        Numerator = KpiWords.Sum(kpi, line.Figure.Numerator, numerator: true),
        Denominator = KpiWords.Sum(kpi, line.Figure.Denominator, numerator: false),
        line.Figure.Word,
        line.Version,
        line.Beside,
    };

    private static Dictionary<string, int> Parameters(Kpi kpi, KpiParameters parameters)
    {
        var used = new Dictionary<string, int>();
        if (kpi.Formula.Uses.HasFlag(KpiParameterUse.Threshold))
            used["threshold"] = parameters.ThresholdSeconds;
        if (kpi.Formula.Uses.HasFlag(KpiParameterUse.ShortAbandon))
            used["short"] = parameters.ShortSeconds;
        if (kpi.Formula.Uses.HasFlag(KpiParameterUse.Window))
            used["window"] = parameters.WindowDays;
        return used;
    }
}
