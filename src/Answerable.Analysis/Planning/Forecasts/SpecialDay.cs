using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>A date known beforehand to be closed, or open but unlike its weekday (a campaign, an outage, a price change).</summary>
public sealed record SpecialDay(LocalDate Date, string Kind, bool Closed);

/// <summary>Dates the forecaster is told of: bank holidays of one part of the United Kingdom, and days of the centre's own.</summary>
public sealed class DayCalendar
{
    private readonly Dictionary<LocalDate, SpecialDay> days;

    /// <summary>A calendar of these days; of two on one date the last counts.</summary>
    /// <param name="known">The days.</param>
    /// <param name="hours">When it is said to be open; nothing is said where it is left out.</param>
    public DayCalendar(IEnumerable<SpecialDay> known, SaidHours? hours = null)
    {
        (days, Hours) = ([], hours ?? SaidHours.None);
        foreach (var day in known)
            days[day.Date] = day;
    }

    /// <summary>Nothing is known beforehand.</summary>
    public static DayCalendar Empty { get; } = new([]);

    /// <summary>When it is said to be open.</summary>
    public SaidHours Hours { get; }

    /// <summary>The special day on a date, or null. Closed it is only where no hours are said that open on it, be it a night begun the day
    /// before.</summary>
    public SpecialDay? On(LocalDate date) =>
        days.GetValueOrDefault(date) is { } known ? known with { Closed = Hours.IsOpen(date) is { } open ? !open : known.Closed } : null;
}
