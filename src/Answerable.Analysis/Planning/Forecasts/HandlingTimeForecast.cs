using Answerable.Model;
using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>Contacts handled in an interval and their mean handling time in seconds.</summary>
public readonly record struct HandledInterval(LocalDateTime Start, double Contacts, double MeanSeconds);

/// <summary>
/// Handling time by weekday and time of day: the contact-weighted median of the last weeks (one odd interval then moves
/// nothing), drawn towards the same time on all weekdays, and that towards the whole, by how many contacts stand behind each;
/// then scaled so that the whole window's handled seconds come out as they were, because medians of skewed times lie low.
/// </summary>
public sealed class HandlingTimeForecast
{
    private const int DaysBack = 56;

    /// <summary>Contacts at which a cell weighs as much as what it is drawn to.</summary>
    private const double Doubt = 100;

    private readonly Dictionary<(IsoDayOfWeek, int), double> cells = [];
    private readonly Dictionary<int, double> times = [];
    private readonly int binMinutes;
    private readonly double whole;

    private HandlingTimeForecast(int binMinutes, double whole) => (this.binMinutes, this.whole) = (binMinutes, whole);

    /// <summary>Learns from the last eight weeks. Intervals without contacts say nothing and are left out. O(n log n).</summary>
    public static Outcome<HandlingTimeForecast> Learn(IReadOnlyList<HandledInterval> history, int binMinutes)
    {
        for (var row = 0; row < history.Count; row++)
            if (!(history[row].Contacts >= 0 && (history[row].Contacts == 0 || history[row].MeanSeconds >= 0))
                || double.IsInfinity(history[row].Contacts) || double.IsInfinity(history[row].MeanSeconds))
                return new Refusal("handling.row", $"Row {row + 1}: contacts and mean seconds must be finite and not negative.");
        HandledInterval[] told = [.. history.Where(handled => handled.Contacts > 0)];
        if (told.Length == 0)
            return new Refusal("handling.empty", "No interval has a handled contact.");
        var last = told.Max(handled => handled.Start.Date);
        HandledInterval[] recent = [.. told.Where(handled => Period.DaysBetween(handled.Start.Date, last) < DaysBack)];
        var learned = new HandlingTimeForecast(binMinutes, Median(recent));
        learned.Fill(recent);
        return learned.Scaled(recent);
    }

    private void Fill(HandledInterval[] recent)
    {
        foreach (var time in recent.GroupBy(handled => Bin(handled.Start)))
            times[time.Key] = Drawn([.. time], whole);
        foreach (var cell in recent.GroupBy(handled => (handled.Start.DayOfWeek, Bin(handled.Start))))
            cells[cell.Key] = Drawn([.. cell], times[cell.Key.Item2]);
    }

    private static double Drawn(HandledInterval[] own, double towards)
    {
        var contacts = own.Sum(handled => handled.Contacts);
        return (contacts * Median(own) + Doubt * towards) / (contacts + Doubt);
    }

    private static double Median(HandledInterval[] intervals)
    {
        var half = intervals.Sum(handled => handled.Contacts) / 2;
        var sum = 0.0;
        foreach (var interval in intervals.OrderBy(handled => handled.MeanSeconds))
            if ((sum += interval.Contacts) >= half)
                return interval.MeanSeconds;
        return intervals.Max(handled => handled.MeanSeconds);
    }

    private HandlingTimeForecast Scaled(HandledInterval[] recent)
    {
        var (told, worked) = (recent.Sum(handled => handled.Contacts * On(handled.Start)),
            recent.Sum(handled => handled.Contacts * handled.MeanSeconds));
        var scale = told > 0 ? worked / told : 1;
        var scaled = new HandlingTimeForecast(binMinutes, whole * scale);
        foreach (var (key, seconds) in times)
            scaled.times[key] = seconds * scale;
        foreach (var (key, seconds) in cells)
            scaled.cells[key] = seconds * scale;
        return scaled;
    }

    /// <summary>Mean handling time in seconds expected for the interval beginning then.</summary>
    public double On(LocalDateTime start) =>
        cells.TryGetValue((start.DayOfWeek, Bin(start)), out var cell) ? cell : times.GetValueOrDefault(Bin(start), whole);

    private int Bin(LocalDateTime start) => (start.Hour * 60 + start.Minute) / binMinutes;
}
