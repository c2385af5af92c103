using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Answerable.Web.Shared;

namespace Answerable.Web.Measures;

/// <summary>A KPI's figures as the page shows them, with what they are compared with.</summary>
public sealed record KpiView(KpiFigures Asked, KpiFigures.Finding Found, KpiFigures.Finding? Other, string OtherName)
{
    public KpiFigures.Finding Found { get; } = WithoutEmptyUnknown(Found, Other);

    public KpiPlot Plot => KpiPlot.Of(Found, Asked.Interval, Found.Kpi.Title, Other, OtherName);

    public string PlotTitle
    {
        get
        {
            var by = (Asked.Interval, Asked.Split) switch
            {
                ({ } interval, { } split) => $"by {KpiWords.Word(interval)} and {split.Words().ToLowerInvariant()}",
                ({ } interval, null) => $"by {KpiWords.Word(interval)}",
                (null, { } split) => $"by {split.Words().ToLowerInvariant()}",
                (null, null) => "",
            };
            return $"{Found.Kpi.Title} {by}, {Local.Date(Asked.From)} to {Local.Date(Asked.To.AddDays(-1))}";
        }
    }

    /// <summary>Without interval or split asked for, the plot is by interval.</summary>
    public static KpiFigures Question(MeasuresQuery query, string name) => query.For(name) with
    {
        Split = query.Split,
        Interval = query.Interval ?? (query.Split is null ? query.UsualInterval : null),
    };

    public static (KpiFigures? Asked, string Name) Comparison(MeasuresQuery query, KpiFigures asked) => query.Compare switch
    {
        null => (null, ""),
        MeasuresQuery.Before => (MeasuresQuery.Earlier(asked, sameDays: false), "The days before"),
        MeasuresQuery.SameDays => (MeasuresQuery.Earlier(asked, sameDays: true), "The same weekdays before"),
        var other => Kpis.Find(other) is { } kpi ? (asked with { Kpi = kpi.Name, Version = null }, kpi.Title) : (null, ""),
    };

    /// <summary>"Not known" is shown beside the known values only where there is something in it, now or in what it is compared with.</summary>
    private static KpiFigures.Finding WithoutEmptyUnknown(KpiFigures.Finding found, KpiFigures.Finding? other)
    {
        var known = found.Lines.Where(line => line.Key is not "").ToList();
        var unknown = found.Lines.Concat(other?.Lines ?? []).Where(line => line.Key is "");
        return known.Count == 0 || unknown.Any(line => Holds(line.Figure)) ? found : found with { Lines = known };
    }

    private static bool Holds(Figure figure) => (figure.Denominator ?? figure.Numerator) is not (null or 0);

    /// <summary>The compared figure that stands beside a line: of the same value, and of the interval as far into its period.</summary>
    public Figure? Beside(int place)
    {
        if (Other is null)
            return null;
        var line = Found.Lines[place];
        if (Asked.Interval is null)
            return Other.Lines.FirstOrDefault(other => other.Key == line.Key)?.Figure;
        var (at, then) = (Starts(Found).IndexOf(line.Start!.Value), Starts(Other));
        return at < then.Count ? Other.Lines.FirstOrDefault(other => other.Key == line.Key && other.Start == then[at])?.Figure : null;
    }

    private static List<DateTimeOffset> Starts(KpiFigures.Finding found) =>
        [.. found.Lines.Select(line => line.Start).OfType<DateTimeOffset>().Distinct().Order()];
}
