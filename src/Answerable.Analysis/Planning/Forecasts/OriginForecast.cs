using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>What every method said on the evening of one date, calendar laid over: [method][day][slot].</summary>
public sealed class OriginForecast
{
    private OriginForecast(LocalDate origin, IReadOnlyList<TargetDay> days, double[][][] counts) =>
        (Origin, Days, Counts) = (origin, days, counts);

    /// <summary>The last date that was known.</summary>
    public LocalDate Origin { get; }

    /// <summary>The days forecast.</summary>
    public IReadOnlyList<TargetDay> Days { get; }

    /// <summary>Counts by method, day and slot.</summary>
    public IReadOnlyList<double[][]> Counts { get; }

    /// <summary>Forecasts from a history cut at the origin; what lies after it cannot be seen.</summary>
    public static OriginForecast Make(
        CountHistory history, LocalDate origin, int openDays, DayCalendar calendar, IReadOnlyList<IForecastMethod> methods)
    {
        var past = CleanHistory.Of(history.Until(origin), calendar);
        var ahead = past.Ahead(openDays, calendar);
        return new(origin, ahead, [.. methods.Select(method => Overlay(past, ahead, calendar.Hours, method.Forecast(past, ahead)))]);
    }

    private static double[][] Overlay(CleanHistory past, IReadOnlyList<TargetDay> ahead, SaidHours hours, double[][] counts) =>
        [.. counts.Select((day, at) =>
        {
            var factor = NobodyComes(past, ahead[at], hours) ? 0 : past.FactorOf(ahead[at].Kind);
            return day.Select((count, slot) => Opened(past, ahead[at].Date, slot, hours, Math.Max(0, count)) * factor).ToArray();
        })];

    /// <summary>Nobody on a closed day, nor on a weekday that never brought anybody unless it is said that this one is another.</summary>
    private static bool NobodyComes(CleanHistory past, TargetDay day, SaidHours hours) => day.Mark == DayMark.Closed
        || (past.NobodyComesOn(day.Date.DayOfWeek) && day.Mark != DayMark.Special && hours.IsOpen(day.Date) is not true);

    /// <summary>
    /// A slot that is said to be closed brings nobody; one open for longer or shorter than usual brings more or fewer. One that was never
    /// open on the weekday is like other weekdays; on a special day one that never was open at all is like the nearest.
    /// </summary>
    private static double Opened(CleanHistory past, LocalDate date, int slot, SaidHours hours, double count)
    {
        var (length, begins) = (past.Hours.BinMinutes, (past.Hours.FirstSlot + slot) * past.Hours.BinMinutes);
        if (hours.MinutesOpen(date, begins, length) is not { } open)
            return count;
        return !past.Hours.IsOpen(date.DayOfWeek, slot) || past.NobodyComesOn(date.DayOfWeek)
            ? (past.Elsewhere(slot) ?? (hours.IsSpecial(date) ? past.NearestTo(slot) : 0)) * open / length
            : count * open / (hours.UsuallyOpen(date.DayOfWeek, begins, length) is > 0 and var usual ? usual : length);
    }

    /// <summary>The methods' counts mixed.</summary>
    public double[][] Mix(IReadOnlyList<double> weights) =>
        [.. Days.Select((_, day) => Enumerable.Range(0, Counts[0][day].Length)
            .Select(slot => weights.Select((weight, method) => weight * Counts[method][day][slot]).Sum())
            .ToArray())];

    /// <summary>Days whose counts have come, beside what was forecast; a slot without a count is NaN.</summary>
    public IEnumerable<DayOutcome> Outcomes(double[][] counts, CountHistory actual)
    {
        for (var day = 0; day < Days.Count; day++)
            if (Days[day].Mark != DayMark.Closed && actual.On(Days[day].Date) is { } came)
                yield return new(Days[day].Date, counts[day], came);
    }

    /// <summary>How far these counts lay from what came.</summary>
    public ForecastErrors Errors(double[][] counts, CountHistory actual) =>
        Outcomes(counts, actual).Aggregate(ForecastErrors.None, (sum, day) => sum.With(day.Errors()));
}

/// <summary>One day's forecast and what came, slot by slot; NaN where nothing is known.</summary>
public sealed record DayOutcome(LocalDate Date, IReadOnlyList<double> Forecast, IReadOnlyList<double> Actual)
{
    /// <summary>The slots with a count.</summary>
    public IEnumerable<(double Forecast, double Actual)> Pairs =>
        Forecast.Zip(Actual).Where(pair => !double.IsNaN(pair.Second)).Select(pair => (pair.First, pair.Second));

    internal ForecastErrors Errors() =>
        Pairs.Aggregate(ForecastErrors.None, (sum, pair) => sum.With(pair.Forecast, pair.Actual));
}
