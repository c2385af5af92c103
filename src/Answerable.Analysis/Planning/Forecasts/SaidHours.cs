using System.Collections.Concurrent;
using Answerable.Model.Centre;
using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>When a queue is said to be open, as the forecaster asks for it: by the date and its minutes. Of many dates nothing may be said.</summary>
/// <param name="queue">The queue whose own hours go before those of all; empty for all queues together, open while any of them is.</param>
/// <param name="isHoliday">The bank holidays on which a week's hours do not hold.</param>
public sealed class SaidHours(OpeningHours hours, string queue, Func<DateOnly, bool> isHoliday)
{
    /// <summary>Nothing is said: what is open is learned from the counts alone.</summary>
    public static readonly SaidHours None = new(OpeningHours.Unsaid, "", _ => false);

    private readonly ConcurrentDictionary<LocalDate, IReadOnlyList<(int From, int To)>?> days = new();
    private readonly string[] queues = queue.Length > 0 ? [queue]
        : [.. hours.Weeks.Select(week => week.Queue).Concat(hours.Special.Select(day => day.Queue)).Append("").Distinct()];

    /// <summary>Minutes open of a stretch of a date; null where nothing is said of the date.</summary>
    public int? MinutesOpen(LocalDate date, int from, int minutes) =>
        On(date)?.Sum(span => Math.Max(0, Math.Min(span.To, from + minutes) - Math.Max(span.From, from)));

    /// <summary>Is any minute of the date open; null where nothing is said of it.</summary>
    public bool? IsOpen(LocalDate date) => MinutesOpen(date, 0, OpenSpan.Day) switch { null => null, var open => open > 0 };

    /// <summary>Minutes open of a stretch on an ordinary date of a weekday; null where no week is said.</summary>
    public int? UsuallyOpen(IsoDayOfWeek weekday, int from, int minutes)
    {
        if (hours.WeekOf(queue) is null)
            return null;
        var spans = Stretches(Weekly((int)weekday - 1), Weekly(((int)weekday + 5) % 7));
        return spans.Sum(span => Math.Max(0, Math.Min(span.To, from + minutes) - Math.Max(span.From, from)));
    }

    /// <summary>Is it said of this very date.</summary>
    public bool IsSpecial(LocalDate date) => queues.Any(one => hours.SpecialOf(one, date.ToDateOnly()) is not null);

    /// <summary>The first and last minute that is open on any weekday, or on a special day from a date on; null where nothing is said.</summary>
    public (int From, int To)? Frame(LocalDate since)
    {
        var weekly = Enumerable.Range(0, 7).SelectMany(place => Stretches(Weekly(place), Weekly((place + 6) % 7)));
        var special = hours.Special.Where(day => (day.Queue.Length == 0 || queues.Contains(day.Queue)) && LocalDate.FromDateOnly(day.Date) >= since)
            .SelectMany(day => (On(LocalDate.FromDateOnly(day.Date)) ?? []).Concat(On(LocalDate.FromDateOnly(day.Date).PlusDays(1)) ?? []));
        var all = weekly.Concat(special).ToList();
        return all.Count == 0 ? null : (all.Min(span => span.From), all.Max(span => span.To));
    }

    private IReadOnlyList<(int From, int To)>? On(LocalDate date) => days.GetOrAdd(date, asked =>
        hours.BeginningOn(queue, asked.ToDateOnly(), isHoliday) is null
            ? null : [.. Stretches(BeginningOn(asked.ToDateOnly()), BeginningOn(asked.PlusDays(-1).ToDateOnly()))]);

    private IEnumerable<OpenSpan> BeginningOn(DateOnly date) => queues.SelectMany(one => hours.BeginningOn(one, date, isHoliday) ?? []);

    private IEnumerable<OpenSpan> Weekly(int place) => queues.SelectMany(one => hours.WeekOf(one)?.Days[place] ?? []);

    /// <summary>What of a day is open: what begins on it, and nights that reach into it from the day before. No minute is counted twice.</summary>
    private static IEnumerable<(int From, int To)> Stretches(IEnumerable<OpenSpan> begun, IEnumerable<OpenSpan> before)
    {
        var free = 0;
        foreach (var (from, to) in begun.Select(span => (span.From, To: span.From + span.Minutes))
            .Concat(before.Select(span => (From: span.From - OpenSpan.Day, To: span.From + span.Minutes - OpenSpan.Day)))
            .Select(span => (From: Math.Max(0, span.From), To: Math.Min(OpenSpan.Day, span.To))).OrderBy(span => span.From))
            if (to > Math.Max(free, from))
            {
                yield return (Math.Max(free, from), to);
                free = to;
            }
    }
}
