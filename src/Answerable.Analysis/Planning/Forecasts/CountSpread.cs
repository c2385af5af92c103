using MathNet.Numerics.Distributions;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// How counts spread about a forecast. A day has a busyness of its own, gamma distributed about 1 with variance
/// <see cref="DayVariance"/>, and each slot another with <see cref="SlotVariance"/>; given both, counts are Poisson. A slot is
/// then close to negative binomial with variance f + f^2 (d + s + d s). Poisson spread alone would be far too narrow: days
/// differ by far more than chance (Avramidis, Deslauriers and L'Ecuyer 2004).
/// </summary>
public sealed record CountSpread(double DayVariance, double SlotVariance)
{
    /// <summary>
    /// Learned from days that came beside what was expected of them. The day's variance comes from mean absolute deviations, so that one
    /// freak day does not widen every interval; it is widened by what so few days leave unknown of it, as Student's law widens a normal
    /// interval of four in five. Null of fewer than two days: a spread nobody has seen is not "no spread". O(days x slots).
    /// </summary>
    public static CountSpread? Learn(IReadOnlyList<DayOutcome> outcomes)
    {
        if (outcomes.Count < 2)
            return null;
        var days = outcomes.Select(Sums).Where(day => day.Forecast > 0).ToArray();
        if (days.Length == 0)
            return new(0, 0);
        var deviation = days.Average(day => Math.Abs(day.Actual / day.Forecast - 1)) * Math.Sqrt(Math.PI / 2) * Unknown(days.Length);
        var chance = days.Average(day => 1 / day.Forecast);
        return new(Math.Max(0, deviation * deviation - chance), SlotSpread(outcomes));
    }

    private static double Unknown(int days) =>
        StudentT.InvCDF(0, 1, Math.Max(1, days - 1), 0.9) / Normal.InvCDF(0, 1, 0.9);

    private static (double Forecast, double Actual) Sums(DayOutcome day) =>
        (day.Pairs.Sum(pair => pair.Forecast), day.Pairs.Sum(pair => pair.Actual));

    private static double SlotSpread(IReadOnlyList<DayOutcome> outcomes)
    {
        double beyond = 0, squares = 0;
        foreach (var day in outcomes)
        {
            var (forecast, actual) = Sums(day);
            foreach (var pair in day.Pairs.Where(_ => forecast > 0))
            {
                var expected = pair.Forecast * actual / forecast;
                beyond += (pair.Actual - expected) * (pair.Actual - expected) - expected;
                squares += expected * expected;
            }
        }
        return squares > 0 ? Math.Max(0, beyond / squares) : 0;
    }

    /// <summary>The least and the most contacts of a slot, such that the share lies between.</summary>
    public (double Low, double High) Slot(double forecast, double share) =>
        Between(forecast, forecast * forecast * (DayVariance + SlotVariance + DayVariance * SlotVariance), share);

    /// <summary>The same for a day's total: slots' own busyness evens out, the day's does not.</summary>
    public (double Low, double High) Day(IReadOnlyList<double> slots, double share)
    {
        var total = slots.Sum();
        return Between(total, total * total * DayVariance + slots.Sum(part => part * part) * SlotVariance * (1 + DayVariance), share);
    }

    private static (double, double) Between(double mean, double beyondPoisson, double share) =>
        mean <= 0 ? (0, 0) : (Quantile(mean, beyondPoisson, (1 - share) / 2), Quantile(mean, beyondPoisson, (1 + share) / 2));

    /// <summary>The least whole number whose cumulative probability reaches p, by bisection.</summary>
    private static double Quantile(double mean, double beyondPoisson, double p)
    {
        Func<double, double> cumulative = beyondPoisson > 1e-9 * mean
            ? new NegativeBinomial(mean * mean / beyondPoisson, mean / (mean + beyondPoisson)).CumulativeDistribution
            : new Poisson(mean).CumulativeDistribution;
        var (low, high) = (-1L, (long)Math.Ceiling(mean + 12 * Math.Sqrt(mean + beyondPoisson) + 20));
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (cumulative(middle) >= p)
                high = middle;
            else
                low = middle;
        }
        return high;
    }
}
