namespace Answerable.Analysis.Measures;

/// <summary>
/// How long before an answered contact the same customer was last answered about the same, and how long after it they came again:
/// whole days rounded up, 0 to 30, or 31 for more than 30 days or never. Ten bits, so that first-contact resolution
/// for any window of 1 to 30 whole days is a sum over cells.
/// </summary>
public static class Repeat
{
    public const int LongestWindow = 30;

    /// <summary>How many codes there are: each is smaller.</summary>
    public const int Codes = 32 * 32;
    private const int Never = LongestWindow + 1;
    private const long DayMs = 86_400_000;

    /// <param name="beforeMs">Milliseconds since the answered contact before, null if none.</param>
    /// <param name="afterMs">Milliseconds to the next contact (answered or not), null if none.</param>
    public static int Code(long? beforeMs, long? afterMs) => Days(beforeMs) * 32 + Days(afterMs);

    /// <summary>Whether the contact begins an issue: nobody answered the customer about it within the window before.</summary>
    public static bool Begins(int code, int windowDays) => code / 32 > windowDays;

    /// <summary>Whether the customer did not come again within the window.</summary>
    public static bool Rests(int code, int windowDays) => code % 32 > windowDays;

    private static int Days(long? gapMs) => gapMs is { } gap ? (int)Math.Min(Never, (gap + DayMs - 1) / DayMs) : Never;
}
