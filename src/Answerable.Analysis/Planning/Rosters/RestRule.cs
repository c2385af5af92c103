namespace Answerable.Analysis.Planning.Rosters;

/// <summary>A kind of shift with its clock start, from which the succession rule can be derived.</summary>
public sealed record TimedShift(string Id, int StartMinute, int Minutes);

/// <summary>
/// Daily rest turned into forbidden successions: after a shift that ends late, no shift on the next day may start before the
/// rest is over. Eleven hours is the least of the Working Time Regulations 1998 (SI 1998/1833) reg. 10, cited from memory:
/// unverified, and a contract may ask for more.
/// </summary>
public static class RestRule
{
    /// <summary>Minutes of daily rest taken when nothing else is said.</summary>
    public const int ElevenHours = 11 * 60;

    /// <summary>The shift types with the successions that the rest forbids. O(shifts^2).</summary>
    public static IReadOnlyList<ShiftType> Successions(IReadOnlyList<TimedShift> shifts, int restMinutes = ElevenHours) =>
        [.. shifts.Select(before => new ShiftType(before.Id, before.Minutes,
            [.. shifts.Where(after => RestBetween(before, after) < restMinutes).Select(after => after.Id)]))];

    private static int RestBetween(TimedShift before, TimedShift after) =>
        24 * 60 + after.StartMinute - before.StartMinute - before.Minutes;
}
