using Answerable.Model;
using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// Interval counts of local days in bins: what was observed, and nothing else. NaN is "no row". A repeated or skipped hour of a
/// clock change is left unobserved, because its slot does not hold an hour like the others.
/// </summary>
public sealed class CountHistory
{
    private readonly Dictionary<LocalDate, double[]> days;

    private CountHistory(OpenHours hours, Dictionary<LocalDate, double[]> days)
    {
        (Hours, this.days) = (hours, days);
        (First, Last) = (days.Keys.Min(), days.Keys.Max());
    }

    /// <summary>When the centre is usually open.</summary>
    public OpenHours Hours { get; }

    /// <summary>The first and the last date with a count.</summary>
    public LocalDate First { get; }

    /// <inheritdoc cref="First"/>
    public LocalDate Last { get; }

    /// <summary>Bins checked rows; the bin must divide the day. What came while it is said to be closed is no demand. O(rows).</summary>
    public static Outcome<CountHistory> From(IReadOnlyList<IntervalCount> rows, int binMinutes, DateTimeZone zone, SaidHours? said = null)
    {
        if (binMinutes < 1 || 24 * 60 % binMinutes != 0)
            return new Refusal("forecast.bin", $"A bin of {binMinutes} minutes does not divide the day.");
        return CountRows.Check(rows, zone).Then<CountHistory>(sound =>
        {
            var whole = new Dictionary<LocalDate, double[]>();
            foreach (var row in sound)
                Add(whole, row, binMinutes, zone);
            foreach (var (date, bins) in whole)
                LeaveOutClosed(bins, date, binMinutes, said ?? SaidHours.None);
            whole = whole.Where(day => !day.Value.All(double.IsNaN) || said?.IsOpen(day.Key) is null).ToDictionary();
            if (whole.Count == 0)
                return new Refusal("forecast.closed",
                    "All its counts lie outside the hours said of the queue: change those, or take another queue's.");
            var (from, to) = Frame(OpenHours.Seen(binMinutes, 0, whole).Frame(), said?.Frame(whole.Keys.Min()), binMinutes);
            var framed = whole.ToDictionary(day => day.Key, day => day.Value[from..to]);
            var hours = OpenHours.Seen(binMinutes, from, framed);
            return Enum.GetValues<IsoDayOfWeek>().Any(hours.IsOpen)
                ? new CountHistory(hours, framed)
                : new Refusal("forecast.sparse",
                    $"No weekday has counts on half of its dates from {sound[0].Start.Date:uuuu-MM-dd} to {sound[^1].Start.Date:uuuu-MM-dd}; is a " +
                    $"date mistyped?");
        });
    }

    private static void Add(Dictionary<LocalDate, double[]> days, IntervalCount row, int binMinutes, DateTimeZone zone)
    {
        if (!days.TryGetValue(row.Start.Date, out var bins))
            days.Add(row.Start.Date, bins = [.. Enumerable.Repeat(double.NaN, 24 * 60 / binMinutes)]);
        ref var bin = ref bins[(row.Start.Hour * 60 + row.Start.Minute) / binMinutes];
        if (zone.MapLocal(row.Start).Count == 1)
            bin = double.IsNaN(bin) ? row.Calls : bin + row.Calls;
    }

    private static void LeaveOutClosed(double[] bins, LocalDate date, int binMinutes, SaidHours said)
    {
        for (var bin = 0; bin < bins.Length; bin++)
            if (said.MinutesOpen(date, bin * binMinutes, binMinutes) == 0)
                bins[bin] = double.NaN;
    }

    /// <summary>The slots that were ever open, and those that are said to be: an opening that never was before has a place.</summary>
    private static (int From, int To) Frame((int From, int To) seen, (int From, int To)? said, int binMinutes) => said is not { } open ? seen
        : (Math.Min(seen.From, open.From / binMinutes), Math.Max(seen.To, (open.To + binMinutes - 1) / binMinutes));

    /// <summary>The observed counts of a date by slot (NaN where there is no row), or null when there is none at all.</summary>
    public IReadOnlyList<double>? On(LocalDate date) => days.GetValueOrDefault(date);

    /// <summary>
    /// The same history up to and including a date: what was known on its evening. Only the frame of slots is kept; the open
    /// hours, like everything else, are learned again from what is left.
    /// </summary>
    public CountHistory Until(LocalDate date)
    {
        var known = days.Where(day => day.Key <= date).ToDictionary();
        return new(OpenHours.Seen(Hours.BinMinutes, Hours.FirstSlot, known), known);
    }

    /// <summary>Dates usually open from the first to the last, and any other date with counts.</summary>
    public IEnumerable<LocalDate> Dates()
    {
        foreach (var date in Span())
            if (Hours.IsOpen(date.DayOfWeek) || days.ContainsKey(date))
                yield return date;
    }

    /// <summary>Every date from the first to the last.</summary>
    internal IEnumerable<LocalDate> Span()
    {
        for (var date = First; date <= Last; date = date.PlusDays(1))
            yield return date;
    }
}
