using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>A date known beforehand to be closed, or open but unlike its weekday (a campaign, an outage, a price change).</summary>
public sealed record SpecialDay(LocalDate Date, string Kind, bool Closed);

/// <summary>Dates the forecaster is told of: bank holidays of one part of the United Kingdom, and days of the centre's own.</summary>
public sealed class DayCalendar
{
    private readonly Dictionary<LocalDate, SpecialDay> days;

    /// <summary>A calendar of these days; of two on one date the last counts.</summary>
    public DayCalendar(IEnumerable<SpecialDay> known)
    {
        days = [];
        foreach (var day in known)
            days[day.Date] = day;
    }

    /// <summary>Nothing is known beforehand.</summary>
    public static DayCalendar Empty { get; } = new([]);

    /// <summary>The special day on a date, or null.</summary>
    public SpecialDay? On(LocalDate date) => days.GetValueOrDefault(date);
}
