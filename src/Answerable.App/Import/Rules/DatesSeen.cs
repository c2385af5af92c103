using System.Globalization;
using Answerable.Model.Import;

namespace Answerable.App.Import;

/// <summary>In how many ways the dates of a column can be read.</summary>
internal sealed class DatesSeen
{
    /// <param name="Count">How many there are, the first of them and where it stands.</param>
    public readonly record struct Some(long Count, long Line, string Text)
    {
        public Some And(long line, string text) => Count == 0 ? new(1, line, text) : this with { Count = Count + 1 };
        public Some And(Some other) => Count == 0 ? other : this with { Count = Count + other.Count };
    }

    public Some Plain { get; private set; }
    public Some OnlyDayFirst { get; private set; }
    public Some OnlyMonthFirst { get; private set; }

    /// <summary>Two days, by the order in which they are read.</summary>
    public Some Either { get; private set; }
    public Some Dotted { get; private set; }
    public Some Same { get; private set; }
    public Some Seconds { get; private set; }
    public Some Milliseconds { get; private set; }
    public Some Days { get; private set; }

    public void See(long line, string text)
    {
        if (text.All(sign => char.IsAsciiDigit(sign) || sign == '.') && decimal.TryParse(text, NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number))
            Count(line, text, number);
        if (WrittenMoment.Date(text, DateOrder.Plain) is not null)
            Plain = Plain.And(line, text);
        else
            Count(line, text, WrittenMoment.Date(text, DateOrder.DayFirst), WrittenMoment.Date(text, DateOrder.MonthFirst));
    }

    public static DatesSeen Of(IEnumerable<DatesSeen> columns) => columns.Aggregate(new DatesSeen(), (all, one) => new()
    {
        Plain = all.Plain.And(one.Plain),
        OnlyDayFirst = all.OnlyDayFirst.And(one.OnlyDayFirst),
        OnlyMonthFirst = all.OnlyMonthFirst.And(one.OnlyMonthFirst),
        Either = all.Either.And(one.Either),
        Dotted = all.Dotted.And(one.Dotted),
        Same = all.Same.And(one.Same),
        Seconds = all.Seconds.And(one.Seconds),
        Milliseconds = all.Milliseconds.And(one.Milliseconds),
        Days = all.Days.And(one.Days),
    });

    /// <summary>The one way in which they can be read; none where there are two.</summary>
    public string? OnlyWay() =>
        OnlyDayFirst.Count > 0 ? OnlyMonthFirst.Count > 0 ? null : "day-first"
        : OnlyMonthFirst.Count > 0 ? "month-first"
        // Nobody parts a month that stands first by points.
        : Either.Count > 0 ? Dotted.Count == Either.Count ? "day-first"
            // A few that can be read in two ways among many of one are rejected, not guessed at.
            : Plain.Count > Either.Count ? "iso" : null
        : Same.Count > 0 ? "day-first"
        : Plain.Count > 0 ? "iso"
        : Seconds.Count > 0 ? "epoch" : Milliseconds.Count > 0 ? "epoch-ms" : Days.Count > 0 ? "serial" : "iso";

    private void Count(long line, string text, DateTime? dayFirst, DateTime? monthFirst)
    {
        if (dayFirst is null && monthFirst is null)
            return;
        if (monthFirst is null)
            OnlyDayFirst = OnlyDayFirst.And(line, text);
        else if (dayFirst is null)
            OnlyMonthFirst = OnlyMonthFirst.And(line, text);
        else if (dayFirst == monthFirst)
            Same = Same.And(line, text);
        else
        {
            Either = Either.And(line, text);
            if (text.Contains('.', StringComparison.Ordinal) && text.IndexOf('.', StringComparison.Ordinal) < 3)
                Dotted = Dotted.And(line, text);
        }
    }

    private void Count(long line, string text, decimal number)
    {
        if (number is >= 100_000_000_000 and < 4_102_444_800_000)
            Milliseconds = Milliseconds.And(line, text);
        else if (number is >= 100_000_000 and < 4_102_444_800)
            Seconds = Seconds.And(line, text);
        else if (number is > 20_000 and < 80_000)
            Days = Days.And(line, text);
    }
}
