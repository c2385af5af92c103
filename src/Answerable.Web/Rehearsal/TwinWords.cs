using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.Analysis.Rehearsal.Twin;
using Answerable.Model.People;

namespace Answerable.Web.Rehearsal;

/// <summary>A rehearsal as lines to read and as JSON for machines.</summary>
internal static class TwinWords
{
    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Json(TwinReport report) => JsonSerializer.Serialize(report, Written);

    public static void Tell(TwinReport report, TextWriter to)
    {
        var beside = report.Against is { } other ? $" against version {other}" : "";
        to.WriteLine($"{report.Procedure}, version {report.Version}{beside}: {report.Runs} runs of {report.Days} working days, seed {report.Seed}");
        to.WriteLine();
        to.WriteLine(Line("", $"version {report.Version}", report.Against is { } number ? $"version {number}" : "", report.Against is null ? ""
            : "change"));
        foreach (var figure in report.Figures)
            to.WriteLine(Line(figure.Title, Value(figure), Number(figure.Against), Change(figure)));
        foreach (var caution in report.Cautions)
            to.WriteLine($"! {caution}");
        foreach (var level in report.Levels)
        {
            to.WriteLine();
            to.WriteLine($"{level.Role.Words()}, {level.People} there");
            foreach (var figure in new[] { level.Asked, level.Taken, level.Wait, level.Occupancy })
                to.WriteLine(Line($"  {figure.Title}", Value(figure), Number(figure.Against), Change(figure)));
        }
        to.WriteLine();
        to.WriteLine("Assumed:");
        foreach (var assumption in report.Assumptions)
            to.WriteLine($"- {assumption}");
    }

    private static string Line(string name, params string[] cells) => $"{name,-46}{string.Concat(cells.Select(cell => $"{cell,22}"))}".TrimEnd();

    private static string Value(TwinFigure figure) => figure.Value is null
        ? "nothing to count"
        : $"{Number(figure.Value)} {Unit(figure)} ±{Number(figure.HalfWidth)}".Replace("  ", " ", StringComparison.Ordinal);

    private static string Change(TwinFigure figure) => figure.Change is { } change
        ? string.Create(CultureInfo.InvariantCulture, $"{change:+0.0;-0.0;0.0} ±{figure.ChangeHalfWidth:0.0}")
        : "";

    private static string Number(double? value) => value?.ToString("#,0.0", CultureInfo.InvariantCulture) ?? "";

    private static string Unit(TwinFigure figure) => figure.Unit switch
    {
        "percent" => "%",
        "seconds" => "s",
        _ => "",
    };
}
