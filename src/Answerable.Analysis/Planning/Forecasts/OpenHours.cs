using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// Which slots of which weekdays are open. A slot is a whole bin of the day, counted from midnight; only slots that are open
/// on some weekday are kept, so that a closed night costs nothing.
/// </summary>
public sealed class OpenHours
{
    private readonly bool[][] open;

    private OpenHours(int binMinutes, int firstSlot, bool[][] open)
    {
        (BinMinutes, FirstSlot, this.open) = (binMinutes, firstSlot, open);
        Slots = open[1].Length;
    }

    /// <summary>Minutes in a slot.</summary>
    public int BinMinutes { get; }

    /// <summary>Bins between midnight and slot 0.</summary>
    public int FirstSlot { get; }

    /// <summary>Slots kept a day.</summary>
    public int Slots { get; }

    /// <summary>Is the slot open on the weekday.</summary>
    public bool IsOpen(IsoDayOfWeek weekday, int slot) => open[(int)weekday][slot];

    /// <summary>Is the weekday open at all.</summary>
    public bool IsOpen(IsoDayOfWeek weekday) => open[(int)weekday].AsSpan().Contains(true);

    /// <summary>When a slot begins.</summary>
    public LocalTime StartOf(int slot) => LocalTime.FromMinutesSinceMidnight((FirstSlot + slot) * BinMinutes);

    /// <summary>Open is what at least half of the weekday's dates between the first and the last show. O(days x slots).</summary>
    internal static OpenHours Seen(int binMinutes, int firstSlot, IReadOnlyDictionary<LocalDate, double[]> days)
    {
        var slots = days.Values.First().Length;
        var seen = Enumerable.Range(0, 8).Select(_ => new int[slots]).ToArray();
        foreach (var (date, counts) in days)
            for (var slot = 0; slot < slots; slot++)
                seen[(int)date.DayOfWeek][slot] += double.IsNaN(counts[slot]) ? 0 : 1;
        var dates = new int[8];
        for (var date = days.Keys.Min(); date <= days.Keys.Max(); date = date.PlusDays(1))
            dates[(int)date.DayOfWeek]++;
        return new(binMinutes, firstSlot, [.. Enumerable.Range(0, 8).Select(weekday =>
            seen[weekday].Select(count => count > 0 && count * 2 >= dates[weekday]).ToArray())]);
    }

    /// <summary>The slots from the first to the last that is ever open.</summary>
    internal (int From, int To) Frame()
    {
        var used = Enumerable.Range(0, Slots).Where(slot => open.Any(weekday => weekday[slot])).ToArray();
        return used.Length == 0 ? (0, Slots) : (used[0], used[^1] + 1);
    }
}
