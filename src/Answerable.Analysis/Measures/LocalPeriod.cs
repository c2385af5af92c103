using NodaTime;

namespace Answerable.Analysis.Measures;

public enum Interval
{
    QuarterHour,
    HalfHour,
    Hour,
    Day,
    Week,
    Month,
}

/// <summary>A half-open stretch of local dates: from the beginning of the first to the beginning of the last. A day may have 23 or 25
/// hours.</summary>
/// <param name="To">The date after the last.</param>
public sealed record LocalPeriod(LocalDate From, LocalDate To, DateTimeZone Zone)
{
    private const int QuarterSeconds = 900;

    public int FromQuarter => QuarterOf(From);
    public int ToQuarter => QuarterOf(To);
    public int Days => Period.DaysBetween(From, To);

    /// <summary>The same number of days just before.</summary>
    public LocalPeriod Before() => this with { From = From.PlusDays(-Days), To = From };

    /// <summary>The same weekdays as many whole weeks earlier as clear this period.</summary>
    public LocalPeriod WeeksBefore() => Earlier(7 * Math.Max(1, (Days + 6) / 7));

    /// <summary>The same stretch so many days earlier.</summary>
    public LocalPeriod Earlier(int days) => this with { From = From.PlusDays(-days), To = To.PlusDays(-days) };

    /// <summary>First quarter-hours of the intervals; the first interval and the last may be cut by the period.</summary>
    public IReadOnlyList<int> Starts(Interval interval) => interval switch
    {
        Interval.QuarterHour => Every(1),
        Interval.HalfHour => Every(2),
        Interval.Hour => Every(4),
        Interval.Day => Dates(date => date.PlusDays(1)),
        Interval.Week => Dates(date => date.Next(IsoDayOfWeek.Monday)),
        Interval.Month => Dates(date => date.With(DateAdjusters.StartOfMonth).PlusMonths(1)),
    };

    /// <summary>The quarter-hour in which a local date begins.</summary>
    public int QuarterOf(LocalDate date) => (int)(Zone.AtStartOfDay(date).ToInstant().ToUnixTimeSeconds() / QuarterSeconds);

    /// <summary>When a quarter-hour begins, local.</summary>
    public ZonedDateTime Local(int quarter) => Instant.FromUnixTimeSeconds((long)quarter * QuarterSeconds).InZone(Zone);

    private List<int> Every(int quarters)
    {
        var starts = new List<int>();
        for (var quarter = FromQuarter; quarter < ToQuarter; quarter += quarters)
            starts.Add(quarter);
        return starts;
    }

    private List<int> Dates(Func<LocalDate, LocalDate> next)
    {
        var starts = new List<int>();
        for (var date = From; date < To; date = next(date))
            starts.Add(QuarterOf(date));
        return starts;
    }
}
