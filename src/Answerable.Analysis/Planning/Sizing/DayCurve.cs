namespace Answerable.Analysis.Planning.Sizing;

/// <summary>One day's expected contacts by the quarter-hour.</summary>
/// <param name="FirstMinute">Minutes after midnight at which the first quarter-hour begins.</param>
/// <param name="Contacts">Expected contacts of each quarter-hour.</param>
/// <param name="DayVariance">Variance of a whole day's busyness about 1, as the forecast learned it; 0 where none is known.</param>
public sealed record DayCurve(int FirstMinute, IReadOnlyList<double> Contacts, double DayVariance = 0)
{
    /// <summary>Minutes in a quarter-hour.</summary>
    public const int Quarter = 15;

    /// <summary>Which quarter-hours are open; nothing where all are.</summary>
    public IReadOnlyList<bool>? Open { get; init; }

    /// <summary>Slots of a quarter-hour or a multiple of it, each spread evenly over those of its quarter-hours that are open.</summary>
    /// <param name="open">Which quarter-hours are open; all where it is left out.</param>
    public static DayCurve OfSlots(
        int firstMinute, int slotMinutes, IReadOnlyList<double> slots, double dayVariance = 0, IReadOnlyList<bool>? open = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(slotMinutes % Quarter, 0, nameof(slotMinutes));
        var quarters = slotMinutes / Quarter;
        return new(firstMinute, [.. slots.SelectMany((slot, at) => Spread(slot, open?.Skip(at * quarters).Take(quarters).ToArray(), quarters))],
            dayVariance)
        { Open = open };
    }

    private static IEnumerable<double> Spread(double slot, bool[]? open, int quarters) => open is null || !open.Contains(true)
        ? Enumerable.Repeat(slot / quarters, quarters)
        : open.Select(opens => opens ? slot / open.Count(one => one) : 0);

    /// <summary>All contacts of the day.</summary>
    public double Total => Contacts.Sum();

    /// <summary>The same day, busier or quieter.</summary>
    public DayCurve Changed(double share) => this with { Contacts = [.. Contacts.Select(contacts => contacts * (1 + share))] };
}
