using Answerable.Analysis.Planning.Sizing;
using NodaTime;
using NodaTime.Extensions;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// A forecast as it is kept and shown: days ahead by slot with their 80 % intervals, the weeks before them, and the errors of earlier
/// forecasts of the same history. Errors are shares (0.05 is 5 %); null where the history was too short to tell.
/// </summary>
/// <param name="SlotMinutes">Minutes in a slot.</param>
/// <param name="FirstMinute">Minutes after midnight at which the first slot begins.</param>
/// <param name="Last">The last date that was known.</param>
/// <param name="Days">The days ahead.</param>
/// <param name="Recent">The days before, as they were observed.</param>
/// <param name="Models">Each method's weighted absolute percentage error and its weight in the pool.</param>
/// <param name="DayVariance">Variance of a whole day's busyness about 1.</param>
public sealed record ForecastSummary(
    int SlotMinutes, int FirstMinute, DateOnly Last, IReadOnlyList<ForecastSummary.Day> Days, IReadOnlyList<ForecastSummary.Before> Recent,
    ForecastSummary.Worth Errors, IReadOnlyList<ForecastSummary.Model> Models, double DayVariance)
{
    /// <summary>The share of counts that lies within the intervals shown.</summary>
    public const double Share = 0.8;

    private const int RecentDays = 56;

    /// <summary>Whether the intervals rest on the counts' own days, for want of earlier forecasts to look back on.</summary>
    public bool SpreadOfOwnDays { get; init; }

    /// <summary>Weekdays taken to be closed because the counts hold no open date of theirs.</summary>
    public IReadOnlyList<DayOfWeek> Unseen { get; init; } = [];

    /// <summary>One day ahead: its total, and its slots, each with the interval its count lies in.</summary>
    public sealed record Day(DateOnly Date, DayMark Mark, string? Kind, Spread Total, IReadOnlyList<Spread> Slots)
    {
        /// <summary>Which of its quarter-hours are said to be open, from the first slot on; null where nothing is said of the date.</summary>
        public IReadOnlyList<bool>? Open { get; init; }
    }

    /// <summary>A forecast count with the ends of its interval; null where too few days were seen to know any.</summary>
    public sealed record Spread(double Mean, double? Low, double? High)
    {
        internal static Spread Of(double mean, (double Low, double High)? interval) => new(mean, interval?.Low, interval?.High);
    }

    /// <summary>One day observed; null where no slot of it was.</summary>
    public sealed record Before(DateOnly Date, DayMark Mark, double? Total);

    /// <summary>The pool's errors over its origins, and how often counts fell within the intervals.</summary>
    public sealed record Worth(int Origins, int Intervals, double? Wape, double? PoissonFloor, double? Bias, double? Mape, int Excluded,
        double? Coverage);

    /// <summary>One method of the pool.</summary>
    public sealed record Model(string Name, double? Wape, double Weight);

    /// <summary>Sums a study up. O(days x slots).</summary>
    public static ForecastSummary Of(ForecastStudy study)
    {
        var (hours, ahead, errors) = (study.History.Hours, study.Ahead, study.Pool);
        return new(
            hours.BinMinutes, hours.FirstSlot * hours.BinMinutes, study.History.Last.ToDateOnly(),
            [.. ahead.Made.Days.Select((day, at) => AheadOn(day, ahead.Counts[at], ahead.Spread) with { Open = OpenOn(study, day.Date) })],
            [.. study.Clean.Days.TakeLast(RecentDays).Select(day => BeforeOn(day, study.History))],
            new(study.Scores.Count, errors.Intervals, errors.Wape, errors.PoissonFloor, errors.Bias, errors.MapeOfNonZero, errors.Excluded,
                RollingOrigins.Coverage(study.Scores, Share).OfSlots),
            [.. study.Methods.Select((name, method) => new Model(name, study.Method(method).Wape, ahead.Weights[method]))],
            ahead.Spread?.DayVariance ?? 0)
        {
            SpreadOfOwnDays = ahead.SpreadOfOwnDays,
            Unseen = [.. study.Unseen.Select(weekday => weekday.ToDayOfWeek())],
        };
    }

    private static Day AheadOn(TargetDay day, double[] counts, CountSpread? spread) =>
        new(day.Date.ToDateOnly(), day.Mark, day.Kind, Spread.Of(counts.Sum(), spread?.Day(counts, Share)),
            [.. counts.Select(count => Spread.Of(count, spread?.Slot(count, Share)))]);

    private static IReadOnlyList<bool>? OpenOn(ForecastStudy study, LocalDate date)
    {
        var hours = study.History.Hours;
        return study.Calendar.Hours.IsOpen(date) is null ? null : [.. Enumerable.Range(0, hours.Slots * hours.BinMinutes / DayCurve.Quarter)
            .Select(quarter => study.Calendar.Hours
                .MinutesOpen(date, hours.FirstSlot * hours.BinMinutes + quarter * DayCurve.Quarter, DayCurve.Quarter) > 0)];
    }

    private static Before BeforeOn(CleanDay day, CountHistory history)
    {
        double[] seen = [.. (history.On(day.Date) ?? []).Where(count => !double.IsNaN(count))];
        return new(day.Date.ToDateOnly(), day.Mark, seen.Length > 0 ? seen.Sum() : null);
    }
}
