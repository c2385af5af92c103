using NodaTime;
using NodaTime.TimeZones;

namespace Answerable.App.Import.Profiles;

/// <summary>The instants a clock on the wall may have meant: two in the hour that comes twice, and of one that never was the hour after.</summary>
internal static class WallClock
{
    internal readonly record struct Reading(DateTimeOffset At, bool Was)
    {
        public Taken<DateTimeOffset> Taken(string what, int readings) => readings > 1
            ? new(At, $"{what} came twice that night (the clocks went back): the first is taken.", Noticed: Profiles.Noticed.CameTwice)
            : Was ? new(At)
            : new(At, $"{what} never was (the clocks went forward): the hour after is taken.", Noticed: Profiles.Noticed.NeverWas);
    }

    public static IReadOnlyList<Reading> Of(DateTime local, DateTimeZone zone)
    {
        var mapped = zone.MapLocal(LocalDateTime.FromDateTime(local));
        return mapped.Count switch
        {
            1 => [new(Instant(mapped.Single()), true)],
            2 => [new(Instant(mapped.First()), true), new(Instant(mapped.Last()), true)],
            _ => [new(Instant(Resolvers.ReturnForwardShifted(mapped.LocalDateTime, zone, mapped.EarlyInterval, mapped.LateInterval)), false)],
        };
    }

    private static DateTimeOffset Instant(ZonedDateTime at) => at.ToDateTimeOffset().ToUniversalTime();
}
