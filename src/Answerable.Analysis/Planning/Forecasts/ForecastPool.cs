using System.Collections.Concurrent;
using Answerable.Simulation.Replications;
using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// A pool's forecast: the days, each method's weight, counts by day and slot, and the spread about them, null where too few days were seen
/// to know any.
/// </summary>
/// <param name="LookedBack">Days of earlier forecasts whose counts had come, from which the spread was learned.</param>
public sealed record PoolForecast(OriginForecast Made, IReadOnlyList<double> Weights, double[][] Counts, CountSpread? Spread, int LookedBack)
{
    /// <summary>Whether the spread rests on the counts' own days, because hardly any earlier forecast could be looked back on.</summary>
    public bool SpreadOfOwnDays => LookedBack < ForecastPool.LeastLookedBack;
}

/// <summary>
/// A small pool of methods, mixed by how well each did at earlier origins of the same history. A weight at an origin rests only
/// on forecasts whose whole horizon had come true by then. Ordering of methods changes from month to month, so a mixture is
/// worth more than a choice (Bates and Granger 1969). Forecasts at an origin depend on nothing later and are made once.
/// </summary>
public sealed class ForecastPool(CountHistory history, DayCalendar calendar, int horizonDays, IReadOnlyList<IForecastMethod>? chosen = null)
{
    /// <summary>Weekly origins that are looked back on for the weights.</summary>
    public const int TrialOrigins = 12;

    /// <summary>Weeks of history before a forecast is looked back on.</summary>
    public const int LeastWeeks = 4;

    /// <summary>Days looked back on from which a spread is learned alone; with fewer the counts' own days tell of it too.</summary>
    public const int LeastLookedBack = 10;

    /// <summary>Power of the WAPE for each origin looked back on.</summary>
    private const double Sharpness = 0.4;

    private readonly ConcurrentDictionary<LocalDate, OriginForecast> made = new();
    private readonly LocalDate[] dates = [.. history.Dates()];

    /// <summary>The methods, in the order of every result.</summary>
    public IReadOnlyList<IForecastMethod> Methods { get; } = chosen ?? ForecastMethods.All;

    /// <summary>Usually open dates a week.</summary>
    public int DaysAWeek { get; } = Math.Max(1, Enum.GetValues<IsoDayOfWeek>().Count(day => day != IsoDayOfWeek.None && history.Hours.IsOpen(day)));

    /// <summary>The forecasts of every method from one origin.</summary>
    public OriginForecast At(LocalDate origin) =>
        made.GetOrAdd(origin, _ => OriginForecast.Make(history, origin, horizonDays, calendar, Methods));

    /// <summary>Makes the forecasts that the weights at these origins need, on all cores.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Prepare(IEnumerable<LocalDate> origins, IProgress<Progress>? progress = null, CancellationToken stop = default)
    {
        LocalDate[] needed = [.. origins.SelectMany(origin => Trials(origin).Append(origin)).Distinct()];
        var done = 0;
        Parallel.ForEach(needed, new ParallelOptions { CancellationToken = stop }, origin =>
        {
            At(origin);
            progress?.Report(new Progress(Interlocked.Increment(ref done), needed.Length));
        });
    }

    /// <summary>Earlier weekly origins whose horizon was over by this one, the latest first.</summary>
    public IEnumerable<LocalDate> Trials(LocalDate origin)
    {
        var at = Array.FindLastIndex(dates, date => date <= origin) - horizonDays;
        for (var trial = 0; trial < TrialOrigins && at >= LeastWeeks * DaysAWeek - 1; trial++, at -= DaysAWeek)
            yield return dates[at];
    }

    /// <summary>
    /// Each method's weight at an origin: its prior by its past WAPE to a power that grows with the number of origins looked
    /// back on, so that little evidence leaves the weights near the priors and much evidence lets the better methods lead.
    /// </summary>
    public IReadOnlyList<double> Weights(LocalDate origin)
    {
        var known = history.Until(origin);
        var trials = Trials(origin).Select(At).ToArray();
        var raw = Methods.Select((candidate, method) =>
        {
            var errors = trials.Aggregate(ForecastErrors.None, (sum, trial) => sum.With(trial.Errors(trial.Counts[method], known)));
            return candidate.Prior * (errors.Wape is { } wape ? Math.Pow(Math.Max(wape, 1e-6), -Sharpness * trials.Length) : 1);
        }).ToArray();
        return [.. raw.Select(weight => weight / raw.Sum())];
    }

    /// <summary>The pool's own counts from an origin, with the spread that its earlier forecasts had.</summary>
    public PoolForecast Forecast(LocalDate origin)
    {
        var (made, weights) = (At(origin), Weights(origin));
        var known = history.Until(origin);
        DayOutcome[] outcomes = [.. Trials(origin).SelectMany(trial => At(trial).Outcomes(At(trial).Mix(weights), known))];
        var lookedBack = outcomes.Select(day => day.Date).Distinct().Count();
        var seen = lookedBack >= LeastLookedBack ? outcomes : [.. outcomes, .. OwnDays.Of(CleanHistory.Of(known, calendar), known)];
        return new(made, weights, made.Mix(weights), CountSpread.Learn(seen), lookedBack);
    }
}
