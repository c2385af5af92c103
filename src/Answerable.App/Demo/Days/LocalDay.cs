namespace Answerable.App.Demo.Days;

/// <summary>A day as the place's clocks show it.</summary>
internal static class LocalDay
{
    public const long Ms = 86_400_000;
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).DateTime);

    /// <summary>The instant from which a day's working hours count: where the clocks change at night, noon decides.</summary>
    public static DateTimeOffset Zero(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, London.GetUtcOffset(noon)).ToUniversalTime().AddHours(-12);
    }

    public static DateTimeOffset At(DateOnly day, long ms) => Zero(day).AddMilliseconds(ms);
}
