namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// A day's total, freed of its weekday, by exponential smoothing; spread over the day by the weekday's mean profile of the last
/// weeks. Days and slots get their own noise apart, so it keeps its shape when a level moves.
/// </summary>
public sealed class DayTotalProfile(int profileWeeks = 8) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "day-total-x-profile";

    /// <summary>Two: it learns a level and a shape, each from all the counts there are.</summary>
    public double Prior => 2;

    /// <inheritdoc/>
    public double[][] Forecast(CleanHistory past, IReadOnlyList<TargetDay> ahead)
    {
        var index = WeekdayIndex.Of(past, profileWeeks);
        var freed = past.Days.Where(day => index[(int)day.Date.DayOfWeek] > 0).Select(day => day.Total / index[(int)day.Date.DayOfWeek]).ToArray();
        var levels = ExponentialSmoothing.Forecast(freed.Length == 0 ? [0] : freed, ahead.Count);
        var profiles = SameWeekdays.Mean(past, ahead, [.. Enumerable.Repeat(1.0, profileWeeks)]);
        return [.. ahead.Select((day, at) =>
        {
            var total = profiles[at].Sum();
            var scale = total > 0 ? Math.Max(0, levels[at]) * index[(int)day.Date.DayOfWeek] / total : 0;
            return profiles[at].Select(count => count * scale).ToArray();
        })];
    }
}

/// <summary>How much of a mean open day each weekday carries, over the last weeks.</summary>
internal static class WeekdayIndex
{
    public static double[] Of(CleanHistory past, int weeks)
    {
        var means = Enumerable.Range(0, 8).Select(weekday => past.Days.Reverse()
            .Where(day => (int)day.Date.DayOfWeek == weekday).Take(weeks)
            .Select(day => day.Total).DefaultIfEmpty(0).Average()).ToArray();
        var overall = means.Where(mean => mean > 0).DefaultIfEmpty(1).Average();
        return [.. means.Select(mean => mean / overall)];
    }
}
