using System.Globalization;
using System.Text.Json;
using Answerable.Analysis.Measures;
using Answerable.App.Measures;

namespace Answerable.Web.Measures;

/// <summary>What a plot draws, as data for the browser. A missing value is a gap; figures of different definitions are different lines.</summary>
public sealed record KpiPlot(string Kind, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<KpiPlot.Series> Lines, int Left)
{
    private const int MostLines = 8;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public sealed record Series(string Name, IReadOnlyList<double?> Values);

    /// <summary>Something that happened at a category, drawn as an upright line with its words.</summary>
    public sealed record Mark(int At, string Words);

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public string Json => JsonSerializer.Serialize(new { Kind, Unit, Categories, Series = Lines, Marks }, Options);

    /// <param name="other">What it is compared with, interval for interval or value for value.</param>
    public static KpiPlot Of(KpiFigures.Finding found, Interval? interval, string name, KpiFigures.Finding? other, string otherName)
    {
        var unit = KpiWords.Unit(found.Kpi);
        if (interval is null)
            return Bars(found, unit, name, other, otherName);
        var starts = found.Lines.Select(line => line.Start!.Value).Distinct().Order().ToList();
        var groups = found.Lines.GroupBy(line => (line.Key, line.Label, line.Version)).ToList();
        var shown = groups.OrderByDescending(group => group.Sum(line => line.Figure.Denominator ?? line.Figure.Numerator ?? 0)).Take(MostLines)
            .OrderBy(group => group.Key.Label, StringComparer.CurrentCultureIgnoreCase).ThenBy(group => group.Key.Version);
        var series = shown.Select(group => new Series(NameOf(found, group.Key.Label ?? name, group.Key.Version), Along(group, starts))).ToList();
        if (other is not null && found.Lines.All(line => line.Key is null))
            series.Add(new Series(otherName, [.. other.Lines.Where(line => line.Key is null).Select(line => line.Figure.Value).Take(starts.Count)]));
        return new KpiPlot("line", unit, [.. starts.Select(start => Category(start, interval.Value))], series, Math.Max(0, groups.Count - MostLines));
    }

    public static string Category(DateTimeOffset start, Interval interval) => start.ToString(interval switch
    {
        Interval.Month => "MMM yyyy",
        Interval.Week => "'from' d MMM",
        Interval.Day => "ddd d MMM",
        Interval.Hour or Interval.HalfHour or Interval.QuarterHour => "ddd d MMM, HH:mm",
    }, CultureInfo.CurrentCulture);

    private static KpiPlot Bars(KpiFigures.Finding found, string unit, string name, KpiFigures.Finding? other, string otherName)
    {
        var lines = found.Lines.Where(line => line.Version == found.Parts[^1].Version).ToList();
        var series = new List<Series> { new(NameOf(found, name, found.Parts[^1].Version), lines.ConvertAll(line => line.Figure.Value)) };
        if (other is not null)
            series.Add(new Series(otherName, lines.ConvertAll(line => other.Lines.FirstOrDefault(then => then.Key == line.Key)?.Figure.Value)));
        return new KpiPlot("bar", unit, lines.ConvertAll(line => line.Label ?? ""), series, 0);
    }

    private static string NameOf(KpiFigures.Finding found, string label, int version)
    {
        if (found.Parts.Count == 1)
            return label;
        var part = found.Parts.First(part => part.Version == version);
        return $"{label}, version {version} ({KpiWords.Parameters(found.Kpi, part.Parameters)})";
    }

    private static List<double?> Along(IEnumerable<KpiFigures.Line> lines, List<DateTimeOffset> starts)
    {
        var byStart = lines.ToDictionary(line => line.Start!.Value, line => line.Figure.Value);
        return starts.ConvertAll(start => byStart.GetValueOrDefault(start));
    }
}
