using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// How days differ from their like in a history too short to have been forecast before: each ordinary day beside the mean of the other
/// ordinary days of its weekday, slot by slot; of all other ordinary days where it is the only one of its weekday, so that the differences
/// between weekdays, which such a history cannot tell from chance, widen the bands too.
/// </summary>
internal static class OwnDays
{
    /// <summary>Every ordinary day on which anything may come, with its like as the forecast. O(days² x slots).</summary>
    public static IReadOnlyList<DayOutcome> Of(CleanHistory past, CountHistory known)
    {
        CleanDay[] days = [.. past.Days.Where(day => day.Mark == DayMark.Ordinary && !past.NobodyComesOn(day.Date.DayOfWeek))];
        return days.Length < 2 ? [] : [.. days.Select(day => new DayOutcome(day.Date, MeanOf(Like(day, days)), known.On(day.Date)!))];
    }

    private static CleanDay[] Like(CleanDay day, CleanDay[] days)
    {
        CleanDay[] others = [.. days.Where(other => other.Date != day.Date)];
        CleanDay[] same = [.. others.Where(other => other.Date.DayOfWeek == day.Date.DayOfWeek)];
        return same.Length > 0 ? same : others;
    }

    private static double[] MeanOf(CleanDay[] days) =>
        [.. Enumerable.Range(0, days[0].Counts.Length).Select(slot => days.Average(day => day.Counts[slot]))];
}
