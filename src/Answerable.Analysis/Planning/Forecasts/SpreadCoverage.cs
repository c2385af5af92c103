namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>How often counts fell within their stated intervals: slots, and whole days.</summary>
public sealed record SpreadCoverage(double Share, int Slots, int SlotsWithin, int Days, int DaysWithin)
{
    /// <summary>The share of slots within; null when none was seen.</summary>
    public double? OfSlots => Slots > 0 ? (double)SlotsWithin / Slots : null;

    /// <summary>The share of days within; null when none was seen.</summary>
    public double? OfDays => Days > 0 ? (double)DaysWithin / Days : null;

    /// <summary>Counts what fell within. O(slots).</summary>
    public static SpreadCoverage Of(double share, IEnumerable<(DayOutcome Day, CountSpread Spread)> seen)
    {
        var sum = new SpreadCoverage(share, 0, 0, 0, 0);
        foreach (var (day, spread) in seen)
        {
            var slots = day.Pairs.ToArray();
            var within = slots.Count(pair => Holds(spread.Slot(pair.Forecast, share), pair.Actual));
            var whole = Holds(spread.Day([.. slots.Select(pair => pair.Forecast)], share), slots.Sum(pair => pair.Actual));
            sum = sum with
            {
                Slots = sum.Slots + slots.Length,
                SlotsWithin = sum.SlotsWithin + within,
                Days = sum.Days + 1,
                DaysWithin =
                sum.DaysWithin + (whole ? 1 : 0)
            };
        }
        return sum;
    }

    private static bool Holds((double Low, double High) interval, double value) => value >= interval.Low && value <= interval.High;
}
