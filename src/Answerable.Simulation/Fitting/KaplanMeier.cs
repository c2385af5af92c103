using Answerable.Simulation.Distributions;

namespace Answerable.Simulation.Fitting;

/// <summary>
/// Patience from waits, most of which an answer cut short: how long people would have waited (Kaplan and Meier 1958). Averaging the waits of
/// those who gave up instead makes everyone look impatient.
/// </summary>
public static class KaplanMeier
{
    /// <summary>One wait and how it ended.</summary>
    /// <param name="Seconds">How long it lasted, in the model's time unit; finite, not negative.</param>
    /// <param name="Abandoned">True when patience ran out; false when an answer (or the end of the record) cut it short.</param>
    public readonly record struct Wait(double Seconds, bool Abandoned);

    /// <summary>
    /// P(patience &gt; t) after each time somebody gave up: the product of 1 - d/n over those times, d gave up of n still waiting. O(n log n).
    /// </summary>
    public static IReadOnlyList<(double Time, double StillWaiting)> Survival(IEnumerable<Wait> waits)
    {
        var sorted = waits.OrderBy(wait => wait.Seconds).ToArray();
        var curve = new List<(double, double)>();
        var (survival, at) = (1.0, 0);
        foreach (var moment in sorted.GroupBy(wait => wait.Seconds))
        {
            var gaveUp = moment.Count(wait => wait.Abandoned);
            if (gaveUp > 0)
                curve.Add((moment.Key, survival *= 1 - (double)gaveUp / (sorted.Length - at)));
            at += moment.Count();
        }
        return curve;
    }

    /// <summary>The law of patience; what lies beyond the longest wait goes on exponentially at the rate seen so far.</summary>
    public static Distribution Law(IReadOnlyCollection<Wait> waits)
    {
        var curve = Survival(waits);
        if (curve.Count == 0)
            throw new ArgumentException("Nobody gave up, so nothing can be said about patience.", nameof(waits));
        var points = new List<(double Value, double Weight)>();
        var before = 1.0;
        foreach (var (time, still) in curve)
        {
            points.Add((time, before - still));
            before = still;
        }
        if (before > 1e-12)
            points.AddRange(Tail(curve[^1].Time, before, Exponential(waits).Mean));
        return new Empirical(points);
    }

    /// <summary>Exponential patience by maximum likelihood with answers as censoring: total time waited over the number who gave up.</summary>
    public static Exponential Exponential(IReadOnlyCollection<Wait> waits)
    {
        var gaveUp = waits.Count(wait => wait.Abandoned);
        if (gaveUp == 0)
            throw new ArgumentException("Nobody gave up, so nothing can be said about patience.", nameof(waits));
        return new Exponential(waits.Sum(wait => wait.Seconds) / gaveUp);
    }

    private static IEnumerable<(double, double)> Tail(double from, double weight, double mean)
    {
        const int points = 100;
        for (var i = 0; i < points; i++)
            yield return (from - mean * Math.Log(1 - (i + 0.5) / points), weight / points);
    }
}
