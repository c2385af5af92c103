using Answerable.Model;
using Answerable.Simulation.Replications;
using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>What the pool and each method were worth from one origin.</summary>
public sealed record OriginScore(
    LocalDate Origin, ForecastErrors Pool, IReadOnlyList<ForecastErrors> Methods, PoolForecast Forecast, IReadOnlyList<DayOutcome> Days);

/// <summary>
/// Forecasts from earlier dates held against what came. The last origin leaves just one horizon of days; the others go back by
/// a week, or by less when the history is too short for so many (never with less than four weeks behind them).
/// </summary>
public static class RollingOrigins
{
    /// <summary>The scores by origin in order of time, or why so many origins are not to be had.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Outcome<List<OriginScore>> Score(
        CountHistory history, ForecastPool pool, int horizonDays, int origins, IProgress<Progress>? progress = null, CancellationToken stop = default)
    {
        LocalDate[] dates = [.. history.Dates()];
        var (least, last) = Range(dates.Length, pool, horizonDays);
        if (origins < 1 || last - least < origins - 1)
            return new Refusal("forecast.origins",
                $"{dates.Length} open days hold at most {Math.Max(0, last - least + 1)} origins with {ForecastPool.LeastWeeks} weeks before and " +
                $"{horizonDays} days after; {origins} were asked for.");
        var step = origins == 1 ? 1 : Math.Min(pool.DaysAWeek, (last - least) / (origins - 1));
        var chosen = Enumerable.Range(0, origins).Select(back => dates[last - back * step]).Reverse().ToArray();
        pool.Prepare(chosen, progress, stop);
        return chosen.Select(origin => Score(history, pool.Forecast(origin))).ToList();
    }

    /// <summary>How many origins a history holds; none when it is too short to hold a forecast against what came.</summary>
    public static int Most(CountHistory history, ForecastPool pool, int horizonDays)
    {
        var (least, last) = Range(history.Dates().Count(), pool, horizonDays);
        return Math.Max(0, last - least + 1);
    }

    /// <summary>The places of the first and the last origin among the open dates.</summary>
    private static (int Least, int Last) Range(int dates, ForecastPool pool, int horizonDays) =>
        (ForecastPool.LeastWeeks * pool.DaysAWeek - 1, dates - 1 - horizonDays);

    private static OriginScore Score(CountHistory history, PoolForecast forecast)
    {
        var made = forecast.Made;
        return new(made.Origin, made.Errors(forecast.Counts, history),
            [.. made.Counts.Select(counts => made.Errors(counts, history))], forecast, [.. made.Outcomes(forecast.Counts, history)]);
    }

    /// <summary>How often what came fell within intervals that were stated beforehand.</summary>
    public static SpreadCoverage Coverage(IEnumerable<OriginScore> scores, double share) =>
        SpreadCoverage.Of(share, scores.SelectMany(score =>
            score.Forecast.Spread is { } spread ? score.Days.Select(day => (day, spread)) : []));
}
