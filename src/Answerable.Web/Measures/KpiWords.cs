using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.Model;

namespace Answerable.Web.Measures;

/// <summary>How figures, splits and intervals are written, on pages, in addresses and on the command line alike.</summary>
internal static class KpiWords
{
    private static readonly Dictionary<string, Interval> Intervals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["quarter-hour"] = Analysis.Measures.Interval.QuarterHour,
        ["half-hour"] = Analysis.Measures.Interval.HalfHour,
        ["hour"] = Analysis.Measures.Interval.Hour,
        ["day"] = Analysis.Measures.Interval.Day,
        ["week"] = Analysis.Measures.Interval.Week,
        ["month"] = Analysis.Measures.Interval.Month,
    };

    public static IReadOnlyDictionary<string, Interval> AllIntervals => Intervals;

    public static Interval? Interval(string? word) => word is not null && Intervals.TryGetValue(word, out var interval) ? interval : null;

    public static string Word(Interval interval) => Intervals.First(pair => pair.Value == interval).Key;

    public static Dimension? Dimension(string? word) => ByName.Of<Dimension>(word);

    /// <summary>The value with its unit, or the word that stands for it.</summary>
    public static string Text(Kpi kpi, Figure figure) => figure.Value is not { } value ? figure.Word ?? "no figure" : kpi.Unit switch
    {
        KpiUnit.Percent => value.ToString("0.00", CultureInfo.CurrentCulture) + " %",
        KpiUnit.Seconds => value.ToString(kpi.Formula is Percentile ? "#,0" : "#,0.00", CultureInfo.CurrentCulture) + " s",
        KpiUnit.Contacts or KpiUnit.Times => value.ToString("#,0", CultureInfo.CurrentCulture),
    };

    public static string Unit(Kpi kpi) => kpi.Unit switch
    {
        KpiUnit.Percent => "%",
        KpiUnit.Seconds => "seconds",
        KpiUnit.Contacts => "contacts",
        KpiUnit.Times => "times",
    };

    /// <summary>A count or a sum of a ratio; times are kept in milliseconds and shown in seconds.</summary>
    public static string Count(Kpi kpi, long? count, bool numerator) => count is not { } known ? ""
        : Sum(kpi, known, numerator)!.Value.ToString(Times(kpi, numerator) ? "#,0.0##' s'" : "#,0", CultureInfo.CurrentCulture);

    /// <summary>The same for machines, in the unit the value is in: divided, they are it.</summary>
    public static decimal? Sum(Kpi kpi, long? count, bool numerator) => Times(kpi, numerator) ? count / 1000m : count;

    /// <summary>Whether a numerator or denominator is a time.</summary>
    public static bool Times(Kpi kpi, bool numerator) =>
        kpi.Formula is Ratio ratio && (numerator ? ratio.Numerator : ratio.Denominator)[0].Term is TimeTerm;

    /// <summary>Which parameters the formula was read with, in words.</summary>
    public static string Parameters(Kpi kpi, KpiParameters parameters)
    {
        var words = new List<string>();
        if (kpi.Formula.Uses.HasFlag(KpiParameterUse.Threshold))
            words.Add($"threshold {parameters.ThresholdSeconds} s");
        if (kpi.Formula.Uses.HasFlag(KpiParameterUse.ShortAbandon))
            words.Add($"short abandon {parameters.ShortSeconds} s");
        if (kpi.Formula.Uses.HasFlag(KpiParameterUse.Window))
            words.Add($"window {Counted.Of(parameters.WindowDays, "day")}");
        return string.Join(", ", words);
    }
}
