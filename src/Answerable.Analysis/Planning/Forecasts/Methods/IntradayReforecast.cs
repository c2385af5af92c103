namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// The rest of a day, forecast again from how busy it has been. After slot t the rest is multiplied by 1 + b(t) (ratio - 1),
/// ratio = contacts so far / forecast so far. The plain ratio, b = 1, makes the first hours worse than no update at all; here
/// b(t) is the least-squares slope of the rest's ratio on the ratio so far over past days, each day weighed by its forecast of
/// the rest, drawn towards nought by the positive-part James-Stein rule: 1 - (standard error / slope)^2, at least nought.
/// Where past days were not clearly better for it, b(t) is nought.
/// </summary>
public sealed class IntradayReforecast
{
    private const int LeastDays = 10;

    /// <summary>Standard errors of gain below which an hour is left alone.</summary>
    private const double Clearly = 1;

    /// <summary>A rest this small beside what has been is left alone: a ratio could only chase its noise.</summary>
    private const double TooLittle = 0.02;

    private readonly double[] shrinkage;

    private IntradayReforecast(double[] shrinkage) => this.shrinkage = shrinkage;

    /// <summary>b(t) after each slot.</summary>
    public IReadOnlyList<double> Shrinkage => shrinkage;

    /// <summary>Learns b(t) from past days; with fewer than ten it never updates. O(days x slots).</summary>
    public static IntradayReforecast Learn(IReadOnlyList<DayOutcome> past)
    {
        var slots = past.Count == 0 ? 0 : past[0].Forecast.Count;
        return new([.. Enumerable.Range(0, slots)
            .Select(slot => Slope([.. past.Select(day => Ratios(day, slot)).OfType<(double, double, double)>()]))]);
    }

    private static (double Early, double Late, double Weight)? Ratios(DayOutcome day, int slot)
    {
        double sofarForecast = 0, sofar = 0, restForecast = 0, rest = 0;
        for (var i = 0; i < day.Forecast.Count; i++)
        {
            if (double.IsNaN(day.Actual[i]))
                continue;
            if (i <= slot)
                (sofarForecast, sofar) = (sofarForecast + day.Forecast[i], sofar + day.Actual[i]);
            else
                (restForecast, rest) = (restForecast + day.Forecast[i], rest + day.Actual[i]);
        }
        return sofarForecast > 0 && restForecast > TooLittle * sofarForecast
            ? (sofar / sofarForecast - 1, rest / restForecast - 1, restForecast) : null;
    }

    private static double Slope((double Early, double Late, double Weight)[] days)
    {
        var square = days.Sum(day => day.Weight * day.Early * day.Early);
        if (days.Length < LeastDays || square <= 0)
            return 0;
        var slope = days.Sum(day => day.Weight * day.Early * day.Late) / square;
        var left = days.Sum(day => day.Weight * Math.Pow(day.Late - slope * day.Early, 2)) / (days.Length - 1);
        var error = left / square;
        var drawn = slope <= 0 ? 0 : Math.Min(1, slope * Math.Max(0, 1 - error / (slope * slope)));
        return Pays(days, drawn) ? drawn : 0;
    }

    /// <summary>Did updating lower the absolute error of past days by clearly more than chance.</summary>
    private static bool Pays((double Early, double Late, double Weight)[] days, double b)
    {
        var gains = days.Select(day => day.Weight * (Math.Abs(day.Late) - Math.Abs(day.Late - b * day.Early))).ToArray();
        var mean = gains.Average();
        var error = Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Length - 1) / gains.Length);
        return mean > Clearly * error;
    }

    /// <summary>
    /// The day's counts with every slot after the last known one forecast again; known slots keep their forecast. A slot
    /// without a count so far (NaN) is left out of the ratio.
    /// </summary>
    public double[] Update(IReadOnlyList<double> forecast, IReadOnlyList<double> sofar)
    {
        double expected = 0, came = 0;
        for (var slot = 0; slot < sofar.Count; slot++)
            if (!double.IsNaN(sofar[slot]))
                (expected, came) = (expected + forecast[slot], came + sofar[slot]);
        var b = sofar.Count > 0 && sofar.Count <= shrinkage.Length ? shrinkage[sofar.Count - 1] : 0;
        var factor = expected > 0 ? Math.Max(0, 1 + b * (came / expected - 1)) : 1;
        return [.. forecast.Select((count, slot) => slot < sofar.Count ? count : count * factor)];
    }
}
