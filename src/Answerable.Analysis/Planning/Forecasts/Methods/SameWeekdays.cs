namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>The weighted mean of the same slot on the last same weekdays, the latest first.</summary>
internal static class SameWeekdays
{
    public static double[][] Mean(CleanHistory past, IReadOnlyList<TargetDay> ahead, IReadOnlyList<double> weights)
    {
        var means = ahead.Select(day => day.Date.DayOfWeek).Distinct().ToDictionary(weekday => weekday, weekday =>
        {
            var days = past.Days.Reverse().Where(day => day.Date.DayOfWeek == weekday).Take(weights.Count).ToArray();
            var total = weights.Take(days.Length).Sum();
            return Enumerable.Range(0, past.Hours.Slots)
                .Select(slot => days.Length == 0 ? 0 : days.Select((day, back) => weights[back] * day.Counts[slot]).Sum() / total)
                .ToArray();
        });
        return [.. ahead.Select(day => means[day.Date.DayOfWeek])];
    }
}

/// <summary>Last week again: the yardstick every other method must beat.</summary>
public sealed class SeasonalNaive : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "seasonal-naive";

    /// <summary>A fifth: a single week's chance is in it undiluted.</summary>
    public double Prior => 0.2;

    /// <inheritdoc/>
    public double[][] Forecast(CleanHistory past, IReadOnlyList<TargetDay> ahead) => SameWeekdays.Mean(past, ahead, [1]);
}

/// <summary>The plain mean of the last <paramref name="weeks"/> same weekday-slots.</summary>
public sealed class MeanOfLast(int weeks = 8) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => $"mean-of-{weeks}";

    /// <summary>A half: it says much the same as the weighted weeks, and answers a change of level later.</summary>
    public double Prior => 0.5;

    /// <inheritdoc/>
    public double[][] Forecast(CleanHistory past, IReadOnlyList<TargetDay> ahead) =>
        SameWeekdays.Mean(past, ahead, [.. Enumerable.Repeat(1.0, weeks)]);
}

/// <summary>All same weekday-slots, each week back weighing <paramref name="decay"/> of the one after it.</summary>
public sealed class WeightedWeeks(double decay = 0.75) : IForecastMethod
{
    private const int Most = 52;

    /// <inheritdoc/>
    public string Name => "weighted-weeks";

    /// <inheritdoc/>
    public double[][] Forecast(CleanHistory past, IReadOnlyList<TargetDay> ahead) =>
        SameWeekdays.Mean(past, ahead, [.. Enumerable.Range(0, Most).Select(back => Math.Pow(decay, back))]);
}
