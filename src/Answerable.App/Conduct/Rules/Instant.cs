namespace Answerable.App.Conduct;

/// <summary>Walks are timed as the journal keeps time, to the millisecond, so that folding it gives the very same walk.</summary>
internal static class Instant
{
    public static DateTimeOffset Of(DateTimeOffset now) => DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
}
