namespace Answerable.Model.Centre;

/// <summary>The opening of a week. What is said of a queue goes before what is said of all.</summary>
/// <param name="Queue">The queue it is said of; empty for all that have no week of their own.</param>
/// <param name="Days">What opens on each weekday, Monday first.</param>
public sealed record WeekOfQueue(string Queue, IReadOnlyList<IReadOnlyList<OpenSpan>> Days);

/// <summary>A date that opens unlike its weekday.</summary>
/// <param name="Queue">Empty for all queues.</param>
/// <param name="Open">Nothing where it is closed.</param>
public sealed record SpecialOpening(DateOnly Date, string Queue, IReadOnlyList<OpenSpan> Open, string Why);

/// <summary>When a centre is open, by its own clock. A centre that has said nothing of a queue is taken to be open always.</summary>
public sealed record OpeningHours(IReadOnlyList<WeekOfQueue> Weeks, IReadOnlyList<SpecialOpening> Special)
{
    public static readonly OpeningHours Unsaid = new([], []);

    public static readonly IReadOnlyList<DayOfWeek> Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Have hours been said for a queue: its own, or those for all.</summary>
    public WeekOfQueue? WeekOf(string queue) =>
        Weeks.FirstOrDefault(week => week.Queue == queue) ?? Weeks.FirstOrDefault(week => week.Queue.Length == 0);

    public SpecialOpening? SpecialOf(string queue, DateOnly date) =>
        Special.FirstOrDefault(day => day.Date == date && day.Queue == queue)
            ?? Special.FirstOrDefault(day => day.Date == date && day.Queue.Length == 0);

    /// <summary>What begins on a date: its special hours, else nothing on a bank holiday, else those of its weekday. Null where nothing has been
    /// said.</summary>
    public IReadOnlyList<OpenSpan>? BeginningOn(string queue, DateOnly date, Func<DateOnly, bool> isHoliday)
    {
        if (SpecialOf(queue, date) is { } special)
            return special.Open;
        return WeekOf(queue) is not { } week ? null : isHoliday(date) ? [] : week.Days[PlaceOf(date.DayOfWeek)];
    }

    /// <summary>Open at a local time? A night that began the day before reaches into this one.</summary>
    public bool IsOpen(string queue, DateTime local, Func<DateOnly, bool> isHoliday)
    {
        var (date, minute) = (DateOnly.FromDateTime(local), local.Hour * 60 + local.Minute);
        return BeginningOn(queue, date, isHoliday) is not { } spans || spans.Any(span => span.Covers(minute))
            || BeginningOn(queue, date.AddDays(-1), isHoliday)?.Any(span => span.Covers(minute + OpenSpan.Day)) == true;
    }

    /// <summary>The week of a queue said anew; empty days throughout take it away where it is a queue's own.</summary>
    public OpeningHours With(WeekOfQueue week) => this with { Weeks = [.. Weeks.Where(known => known.Queue != week.Queue), week] };

    public OpeningHours Without(string queue) => this with { Weeks = [.. Weeks.Where(known => known.Queue != queue)] };

    public OpeningHours With(SpecialOpening day) =>
        this with
        {
            Special = [.. Special.Where(known => known.Date != day.Date || known.Queue != day.Queue).Append(day).OrderBy(known => known.Date)
            .ThenBy(known => known.Queue, StringComparer.Ordinal)]
        };

    public OpeningHours Without(DateOnly date, string queue) =>
        this with { Special = [.. Special.Where(known => known.Date != date || known.Queue != queue)] };

    public static int PlaceOf(DayOfWeek weekday) => ((int)weekday + 6) % 7;
}
