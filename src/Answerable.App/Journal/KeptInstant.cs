namespace Answerable.App.Journal;

/// <summary>Instants are kept to the millisecond: what a row says and what was told are the same to there.</summary>
internal static class KeptInstant
{
    public static bool Same(DateTimeOffset? row, DateTimeOffset? told) => row?.ToUnixTimeMilliseconds() == told?.ToUnixTimeMilliseconds();
}
