namespace Answerable.App.Demo.Days;

/// <summary>Days as the place's clocks show them.</summary>
internal sealed class LocalDays(TimeZoneInfo clock)
{
    public const long Ms = 86_400_000;

    public DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, clock).DateTime);

    /// <summary>The instant from which a day's working hours count: where the clocks change at night, noon decides.</summary>
    public DateTimeOffset Zero(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, clock.GetUtcOffset(noon)).ToUniversalTime().AddHours(-12);
    }

    public DateTimeOffset At(DateOnly day, long ms) => Zero(day).AddMilliseconds(ms);
}
