using Answerable.Model.Centre;
using Answerable.Simulation.Replications;
using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>A forecast and what such forecasts were worth before: from earlier origins of the same history, with nothing later seen.</summary>
/// <param name="History">What was observed.</param>
/// <param name="Calendar">The days known beforehand, and the hours said.</param>
/// <param name="Clean">The same with gaps filled and marked.</param>
/// <param name="Methods">The names of the pool's methods, in the order of every result.</param>
/// <param name="Scores">What the pool and each method were worth, origin by origin; none where the history is too short.</param>
/// <param name="Ahead">The forecast from the history's last date.</param>
public sealed record ForecastStudy(
    CountHistory History, DayCalendar Calendar, CleanHistory Clean, IReadOnlyList<string> Methods, IReadOnlyList<OriginScore> Scores,
    PoolForecast Ahead)
{
    /// <summary>Makes it with at most so many origins; with none where the history is too short to hold any.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ForecastStudy Make(
        CountHistory history, DayCalendar calendar, int horizonDays, int origins, IProgress<Progress>? progress = null,
        CancellationToken stop = default)
    {
        var pool = new ForecastPool(history, calendar, horizonDays);
        var most = Math.Min(origins, RollingOrigins.Most(history, pool, horizonDays));
        return Of(history, calendar, pool, most == 0 ? [] : RollingOrigins.Score(history, pool, horizonDays, most, progress, stop).Value);
    }

    private static ForecastStudy Of(CountHistory history, DayCalendar calendar, ForecastPool pool, IReadOnlyList<OriginScore> scores) =>
        new(history, calendar, CleanHistory.Of(history, calendar), [.. pool.Methods.Select(method => method.Name)], scores,
            pool.Forecast(history.Last));

    /// <summary>The pool's errors over all origins.</summary>
    public ForecastErrors Pool => Scores.Aggregate(ForecastErrors.None, (sum, score) => sum.With(score.Pool));

    /// <summary>
    /// Weekdays taken to be closed for no better reason than that no open date of theirs lies in the history: it is shorter than a week, or each such
    /// date was known to be closed. Of those whose hours are said nothing is assumed.
    /// </summary>
    public IReadOnlyList<IsoDayOfWeek> Unseen => [.. Enum.GetValues<IsoDayOfWeek>().Where(weekday => weekday != IsoDayOfWeek.None
        && !History.Hours.IsOpen(weekday) && Calendar.Hours.UsuallyOpen(weekday, 0, OpenSpan.Day) is null
        && !History.Span().Any(date => date.DayOfWeek == weekday && Calendar.On(date) is not { Closed: true }))];

    /// <summary>One method's errors over all origins.</summary>
    public ForecastErrors Method(int method) => Scores.Aggregate(ForecastErrors.None, (sum, score) => sum.With(score.Methods[method]));
}
