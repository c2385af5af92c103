using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// A history in which every usually open day has a value in every open slot: missing, closed and special days are filled from
/// the ordinary same weekdays around them, so that a weekly season never drifts, and marked. What special kinds did to demand is
/// kept apart as factors.
/// </summary>
public sealed class CleanHistory
{
    private const int Neighbours = 4;

    /// <summary>Days' worth of belief that a special kind changes nothing.</summary>
    private const double Doubt = 1;

    /// <summary>Contacts expected of a weekday that brought none: of five expected, none comes by chance once in 148 times.</summary>
    private const double Handful = 5;

    /// <summary>Days looked ahead beyond a week for each open day, should a history show no open weekday at all.</summary>
    private const int FurtherDays = 31;

    private readonly Dictionary<string, List<double>> ratios = [];
    private double?[]? elsewhere;
    private HashSet<IsoDayOfWeek>? idle;

    private CleanHistory(OpenHours hours) => Hours = hours;

    /// <summary>When the centre is usually open.</summary>
    public OpenHours Hours { get; }

    /// <summary>The days in order.</summary>
    public IReadOnlyList<CleanDay> Days { get; private set; } = [];

    /// <summary>Fills and marks. Uses nothing but the history given and the calendar. O(days x slots).</summary>
    public static CleanHistory Of(CountHistory history, DayCalendar calendar)
    {
        var clean = new CleanHistory(history.Hours);
        var raw = new List<CleanDay>();
        var afterClosure = false;
        foreach (var date in history.Dates())
        {
            var day = Raw(history, calendar, date, afterClosure);
            raw.Add(day);
            afterClosure = day.Mark is DayMark.Missing or DayMark.Closed;
        }
        clean.Days = [.. raw.Select((day, at) => clean.Filled(raw, at))];
        return clean;
    }

    private static CleanDay Raw(CountHistory history, DayCalendar calendar, LocalDate date, bool afterClosure)
    {
        var counts = history.On(date) ?? [.. Enumerable.Repeat(double.NaN, history.Hours.Slots)];
        var known = calendar.On(date);
        var mark = known switch
        {
            { Closed: true } => DayMark.Closed,
            _ when counts.All(double.IsNaN) => DayMark.Missing,
            not null => DayMark.Special,
            _ when !history.Hours.IsOpen(date.DayOfWeek) => DayMark.Special,
            _ => afterClosure ? DayMark.AfterClosure : DayMark.Ordinary,
        };
        return new(date, mark, KindOf(mark, known), [.. counts]);
    }

    internal static string? KindOf(DayMark mark, SpecialDay? known) =>
        known?.Kind ?? (mark == DayMark.AfterClosure ? "first day after a closure" : null);

    /// <summary>The same history with other counts; marks and factors stay.</summary>
    internal CleanHistory With(Func<CleanDay, CleanDay> change)
    {
        var changed = new CleanHistory(Hours) { Days = [.. Days.Select(change)] };
        foreach (var (kind, seen) in ratios)
            changed.ratios.Add(kind, seen);
        return changed;
    }

    private CleanDay Filled(List<CleanDay> raw, int at)
    {
        var day = raw[at];
        var usual = Usual(raw, at);
        if (day.Mark == DayMark.Ordinary)
            return day with { Counts = [.. day.Counts.Select((count, slot) => double.IsNaN(count) ? usual[slot] : count)] };
        if (day.Mark is DayMark.Special or DayMark.AfterClosure && day.Kind is { } kind)
            Note(kind, day.Counts, usual);
        return day with { Counts = usual };
    }

    private void Note(string kind, double[] counts, double[] usual)
    {
        var observed = Enumerable.Range(0, counts.Length).Where(slot => !double.IsNaN(counts[slot])).ToArray();
        var expected = observed.Sum(slot => usual[slot]);
        if (expected <= 0)
            return;
        if (!ratios.TryGetValue(kind, out var seen))
            ratios.Add(kind, seen = []);
        seen.Add(observed.Sum(slot => counts[slot]) / expected);
    }

    /// <summary>The mean of up to four ordinary same weekdays on either side, slot by slot; of any ordinary days if there are none.</summary>
    private double[] Usual(List<CleanDay> raw, int at)
    {
        var weekday = raw[at].Date.DayOfWeek;
        var before = Enumerable.Range(0, at).Reverse().Select(place => raw[place]);
        var after = raw.Skip(at + 1);
        CleanDay[] around = [.. Like(before, weekday), .. Like(after, weekday)];
        if (around.Length == 0)
            around = [.. raw.Where(day => day.Mark == DayMark.Ordinary)];
        return [.. Enumerable.Range(0, Hours.Slots).Select(slot =>
            around.Select(day => day.Counts[slot]).Where(double.IsFinite).DefaultIfEmpty(0).Average())];
    }

    private static IEnumerable<CleanDay> Like(IEnumerable<CleanDay> days, IsoDayOfWeek weekday) =>
        days.Where(day => day.Mark == DayMark.Ordinary && day.Date.DayOfWeek == weekday).Take(Neighbours);

    /// <summary>What a special kind does to demand: the mean ratio seen, drawn towards 1 as if one ordinary day had been seen too.</summary>
    public double FactorOf(string? kind) =>
        kind is not null && ratios.TryGetValue(kind, out var seen) ? (seen.Sum() + Doubt) / (seen.Count + Doubt) : 1;

    /// <summary>
    /// Whether nothing ever came on a weekday though other days would have brought it more than a handful: rows of none that mean "closed".
    /// </summary>
    public bool NobodyComesOn(IsoDayOfWeek weekday) => (idle ??= Idle()).Contains(weekday);

    private HashSet<IsoDayOfWeek> Idle()
    {
        var observed = Days.Where(day => day.Mark == DayMark.Ordinary).ToLookup(day => day.Date.DayOfWeek);
        var busy = observed.Where(days => days.Any(day => day.Total > 0)).SelectMany(days => days).ToArray();
        var usual = busy.Length == 0 ? 0 : busy.Average(day => day.Total);
        return [.. observed.Where(days => days.All(day => day.Total == 0) && days.Count() * usual >= Handful).Select(days => days.Key)];
    }

    /// <summary>What a slot brings on those weekdays on which it is open, for a weekday on which it never was; null where it is on none.</summary>
    public double? Elsewhere(int slot) => (elsewhere ??= [.. Enumerable.Range(0, Hours.Slots).Select(MeanOf)])[slot];

    /// <summary>What the slot nearest to one brings that is open on some weekday.</summary>
    public double NearestTo(int slot) => Enumerable.Range(0, Hours.Slots).Where(other => Elsewhere(other) is not null)
        .OrderBy(other => Math.Abs(other - slot)).Select(Elsewhere).FirstOrDefault() ?? 0;

    private double? MeanOf(int slot) => Days.Where(day => day.Mark == DayMark.Ordinary && Hours.IsOpen(day.Date.DayOfWeek, slot))
        .Where(day => !NobodyComesOn(day.Date.DayOfWeek)).Select(day => (double?)day.Counts[slot]).Average();

    /// <summary>The next open days after the last one, marked by the calendar; closed ones are kept and marked.</summary>
    public IReadOnlyList<TargetDay> Ahead(int openDays, DayCalendar calendar)
    {
        var ahead = new List<TargetDay>();
        var closed = Days[^1].Mark is DayMark.Missing or DayMark.Closed;
        var furthest = Days[^1].Date.PlusDays(7 * openDays + FurtherDays);
        for (var date = Days[^1].Date.PlusDays(1); openDays > 0 && date <= furthest; date = date.PlusDays(1))
        {
            var (known, said) = (calendar.On(date), calendar.Hours.IsOpen(date));
            var opens = said == true || known is { Closed: false };
            if (!opens && (!Hours.IsOpen(date.DayOfWeek) || (said == false && known is null)))
                continue;
            var mark = known is null ? (closed ? DayMark.AfterClosure : DayMark.Ordinary) : known.Closed ? DayMark.Closed : DayMark.Special;
            ahead.Add(new(date, mark, KindOf(mark, known)));
            closed = mark == DayMark.Closed;
            openDays--;
        }
        return ahead;
    }
}
