namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// STL over the open week, its last season repeated, and exponential smoothing of the seasonally adjusted daily level. The
/// level is smoothed by day, not by slot: the busyness of one evening says little about the next weeks.
/// </summary>
public sealed class StlEts(int seasonWindow = 15) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "stl-ets";

    /// <summary>A half: a season of its own for every slot takes many weeks to learn.</summary>
    public double Prior => 0.5;

    /// <inheritdoc/>
    public double[][] Forecast(CleanHistory past, IReadOnlyList<TargetDay> ahead)
    {
        var series = new OpenSeries(past);
        if (series.Period == 0 || series.Values.Length < 3 * series.Period)
            return new MeanOfLast().Forecast(past, ahead);
        var parts = Stl.Of(series.Values, series.Period, seasonWindow);
        var levels = ExponentialSmoothing.Forecast(DailyLevels(series, parts.Season), ahead.Count);
        var season = LastWeek(series, parts.Season);
        return [.. ahead.Select((day, at) => Enumerable.Range(0, past.Hours.Slots)
            .Select(slot => season.TryGetValue(((int)day.Date.DayOfWeek, slot), out var swing) ? Math.Max(0, levels[at] + swing) : 0)
            .ToArray())];
    }

    private static double[] DailyLevels(OpenSeries series, double[] season)
    {
        var at = 0;
        return [.. series.Days.Select(day =>
        {
            var slots = series.SlotsOn((int)day.Date.DayOfWeek);
            var level = Enumerable.Range(at, slots).Average(place => series.Values[place] - season[place]);
            at += slots;
            return level;
        })];
    }

    private static Dictionary<(int, int), double> LastWeek(OpenSeries series, double[] season)
    {
        var last = new Dictionary<(int, int), double>();
        var at = season.Length;
        foreach (var day in series.Days.Reverse())
        {
            var slots = series.Slots.Where(slot => slot.Weekday == (int)day.Date.DayOfWeek).ToArray();
            at -= slots.Length;
            for (var i = 0; i < slots.Length; i++)
                last.TryAdd(slots[i], season[at + i]);
            if (last.Count == series.Period)
                break;
        }
        return last;
    }
}
