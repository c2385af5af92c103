using System.Globalization;
using System.Text.RegularExpressions;

namespace Answerable.Model.Import;

/// <summary>In which order a date of figures alone is written.</summary>
public enum DateOrder
{
    /// <summary>The year first, or the month by its name: what can be read one way only.</summary>
    Plain,
    DayFirst,
    MonthFirst,
}

/// <summary>A date and time as people and programs write them: by the clock on the wall, unless an offset stands beside it.</summary>
public sealed partial record WrittenMoment(DateTime Local, TimeSpan? Offset)
{
    private const string Months = "jan feb mar apr may jun jul aug sep oct nov dec mär mrz mai okt dez";
    private static readonly int[] OfMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3, 3, 5, 10, 12];

    /// <summary>Null where it is none, or a date without its time.</summary>
    public static WrittenMoment? Read(string text, DateOrder order) =>
        Split(text) is var (date, clock) && DateOf(date, order) is { } day && Clock(clock) is { } time ? On(day, time) : null;

    /// <summary>Of a date and a time that stand apart; each may be written with a part that is not meant.</summary>
    public static WrittenMoment? Read(string date, string time, DateOrder order) =>
        Date(date, order) is { } day && (Clock(Tidy(time)) ?? Clock(Split(time).Clock)) is { } clock
            ? On(day, clock) : null;

    /// <summary>The day, whether a time stands behind it or not.</summary>
    public static DateTime? Date(string text, DateOrder order) => DateOf(Split(text).Date, order);

    private static WrittenMoment On(DateTime day, WrittenMoment clock) => clock with { Local = day + (clock.Local - default(DateTime)) };

    private static (string Date, string Clock) Split(string text)
    {
        var tidy = Tidy(text);
        var at = Beginning().Match(tidy);
        return at.Success ? (at.Groups["date"].Value.Trim(' ', ','), at.Groups["clock"].Value.Trim()) : (tidy, "");
    }

    private static DateTime? DateOf(string date, DateOrder order)
    {
        if (Figures().Match(date) is { Success: true } figures)
        {
            var (first, second, third) = (figures.Groups[1].Value, figures.Groups[3].Value, figures.Groups[4].Value);
            return first.Length == 4 ? third.Length > 2 ? null : Day(first, Number(second), Number(third))
                : third.Length is 1 or 3 || first.Length > 2 ? null
                : order switch
                {
                    DateOrder.DayFirst => Day(third, Number(second), Number(first)),
                    DateOrder.MonthFirst => Day(third, Number(first), Number(second)),
                    _ => null,
                };
        }
        if (Compact().Match(date) is { Success: true } compact)
            return Day(compact.Groups[1].Value, Number(compact.Groups[2].Value), Number(compact.Groups[3].Value));
        return Named().Match(date) is { Success: true } named
            ? Day(named.Groups["year"].Value, Month(named.Groups["month"].Value), Number(named.Groups["day"].Value)) : null;
    }

    private static WrittenMoment? Clock(string text)
    {
        if (Time().Match(text) is not { Success: true } clock)
            return null;
        var (hour, half) = (Number(clock.Groups["hour"].Value), clock.Groups["half"].Value);
        if (half.Length == 0 && !clock.Groups["minute"].Success)
            return null;
        if (half.Length > 0 && hour <= 12)
            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        var (minute, second) = (Number(clock.Groups["minute"].Value), Number(clock.Groups["second"].Value));
        if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && (minute, second) != (0, 0)))
            return null;
        var ticks = Number(clock.Groups["part"].Value.PadRight(7, '0')[..7]);
        return new(default(DateTime).Add(new TimeSpan(hour, minute, second)).AddTicks(ticks), OffsetOf(clock.Groups["zone"].Value));
    }

    private static TimeSpan? OffsetOf(string zone)
    {
        if (zone.Length == 0)
            return null;
        var figures = string.Concat(zone.Where(char.IsAsciiDigit));
        if (figures.Length < 2)
            return TimeSpan.Zero;
        var offset = new TimeSpan(Number(figures[..2]), figures.Length > 2 ? Number(figures[2..]) : 0, 0);
        return offset > TimeSpan.FromHours(14) ? null : zone.Contains('-', StringComparison.Ordinal) ? -offset : offset;
    }

    private static DateTime? Day(string year, int month, int day)
    {
        var written = Number(year);
        var full = year.Length > 2 ? written : written < 70 ? 2000 + written : 1900 + written;
        return full is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(full, month)
            ? new DateTime(full, month, day) : null;
    }

    private static int Month(string name) =>
        Array.IndexOf(Months.Split(' '), name[..3].ToLowerInvariant()) is >= 0 and var at ? OfMonths[at] : 0;

    private static int Number(string figures) => figures.Length == 0 ? 0 : int.Parse(figures, NumberStyles.None, CultureInfo.InvariantCulture);

    // A blank may be narrow, or one that keeps words together.
    private static string Tidy(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\s\u00A0\u2007\u2009\u202F]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?<date>(?:\p{L}{2,9}\.?,? )?(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{8}"
        + @"|[0-9]{1,2}\.?[- ]?\p{L}{3,9}\.?[-, ]{0,2}[0-9]{2,4}|\p{L}{3,9}\.? ?[0-9]{1,2},? [0-9]{4}))"
        + @"(?:(?:, ?| |T|t|_)(?<clock>.+))?\z", RegexOptions.None, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^(?:\p{L}{2,9}\.?,? )?([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})\z", RegexOptions.None, 1000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"^([0-9]{4})([0-9]{2})([0-9]{2})\z", RegexOptions.None, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?:\p{L}{2,9}\.?,? )?(?:(?<day>[0-9]{1,2})\.?[- ]?(?<month>\p{L}{3,9})\.?[-, ]{0,2}(?<year>[0-9]{4}|[0-9]{2})"
        + @"|(?<month>\p{L}{3,9})\.? ?(?<day>[0-9]{1,2}),? (?<year>[0-9]{4}))\z", RegexOptions.None, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})(?:[:.](?<minute>[0-9]{2})(?:[:.](?<second>[0-9]{2})(?:[.,](?<part>[0-9]{1,9}))?)?)?"
        + @" ?(?<half>[aApP]\.? ?[mM]\.?)? ?(?<zone>Z|z|UTC|GMT|(?:UTC|GMT)?[+-][0-9]{2}:?(?:[0-9]{2})?)?\z", RegexOptions.None, 1000)]
    private static partial Regex Time();
}
