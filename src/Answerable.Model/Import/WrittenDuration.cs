using System.Globalization;
using System.Text.RegularExpressions;

namespace Answerable.Model.Import;

/// <summary>What a number with no unit beside it counts.</summary>
public enum DurationUnit
{
    Seconds,
    Milliseconds,
    Minutes,
    Hours,
    /// <summary>A spreadsheet's own: 0.5 is twelve hours.</summary>
    Days,
    /// <summary>1:30 is an hour and a half; a number alone counts seconds.</summary>
    HoursAndMinutes,
}

/// <summary>A duration as people and programs write it.</summary>
/// <param name="Milliseconds">None where it cannot be read, or where the unit cannot be what was meant.</param>
/// <param name="Misfits">It reads as a duration, though not as one of this unit.</param>
public readonly partial record struct WrittenDuration(long? Milliseconds, bool Misfits)
{
    /// <summary>What counts days in another unit looks a thousand times too small, and milliseconds taken for seconds are hours.</summary>
    private const decimal MostHours = 12;
    private const decimal MostOverDays = 7 * 24;
    private const int DecimalsOfDays = 5;

    private static readonly HashSet<string> Nothing = new(
        ["-", "--", "---", "–", "—", "n/a", "na", "n.a.", "#n/a", "null", "(null)", "none", "nil", "nan", "unknown", "not available", "?"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>A word for "nobody knows".</summary>
    public static bool IsNothing(string text) => Nothing.Contains(text.Trim());

    /// <summary>Whether a number alone stands there, whose unit has to be known.</summary>
    public static decimal? Bare(string text, bool comma) => WrittenNumber.Read(text, comma);

    /// <param name="overDays">It may well be longer than half a day, as the wait of a letter: up to a week is taken as it stands.</param>
    public static WrittenDuration Read(string text, DurationUnit unit, bool comma = false, bool overDays = false)
    {
        var (written, most) = (text.Trim(), overDays ? MostOverDays : MostHours);
        var read = WrittenNumber.Read(written, comma) is { } number ? OfNumber(number, unit, most)
            : unit is DurationUnit.Days && decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var small)
                ? OfNumber(small, unit, most)
            : Clock().Match(written) is { Success: true } clock ? OfClock(clock, unit)
            : Period().Match(written) is { Success: true } period ? OfPeriod(period)
            : Words().Match(written) is { Success: true } words ? OfPeriod(words)
            : default;
        // However it is written, the same duration is taken or is not.
        return read.Milliseconds is { } milliseconds && Math.Abs(milliseconds) > most * 3_600_000 ? new(null, true) : read;
    }

    private static WrittenDuration OfNumber(decimal number, DurationUnit unit, decimal hours)
    {
        var each = unit switch
        {
            DurationUnit.Milliseconds => 1m,
            DurationUnit.Minutes => 60_000m,
            DurationUnit.Hours => 3_600_000m,
            DurationUnit.Days => 86_400_000m,
            _ => 1000m,
        };
        var most = hours * 3_600_000 / each;
        var ofDays = unit is not DurationUnit.Days and not DurationUnit.Hours && number is > 0 and < 1 && number.Scale > DecimalsOfDays;
        return number > most || number < -most || ofDays ? new(null, true) : new((long)Math.Round(number * each), false);
    }

    private static WrittenDuration OfClock(Match clock, DurationUnit unit)
    {
        var (first, second, third) = (Part(clock, "first"), Part(clock, "second"), Part(clock, "third"));
        var threefold = clock.Groups["third"].Success;
        if (second >= 60 || third >= 60)
            return new(null, true);
        var seconds = threefold || unit is DurationUnit.HoursAndMinutes ? (first * 3600) + (second * 60) + third : (first * 60) + second;
        var all = (((Part(clock, "days") * 86_400) + seconds) * 1000) + Math.Round(Fraction(clock.Groups["part"].Value) * 1000);
        return new((long)(clock.Groups["less"].Success ? -all : all), false);
    }

    private static WrittenDuration OfPeriod(Match period)
    {
        var seconds = (Part(period, "days") * 86_400) + (Part(period, "hours") * 3600) + (Part(period, "minutes") * 60) + Part(period, "seconds");
        return seconds > 1_000_000_000 ? new(null, true)
            : new((long)Math.Round((period.Groups["less"].Success ? -1 : 1) * ((seconds * 1000) + Part(period, "millis"))), false);
    }

    private static decimal Fraction(string figures) => figures.Length == 0 ? 0 : Number($"0.{figures}");
    private static decimal Part(Match match, string name) =>
        match.Groups[name] is { Success: true, Value: var text } ? Number(text.Replace(',', '.')) : 0;

    private static decimal Number(string figures) => decimal.Parse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<less>-)|\+)?(?:(?<days>[0-9]{1,3})(?: ?d(?:ays?)?,? ?|\.))?(?<first>[0-9]{1,5}):(?<second>[0-9]{1,2})"
        + @"(?::(?<third>[0-9]{1,2}))?(?:[.,](?<part>[0-9]{1,9}))?\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:(?<less>-)|\+)?P(?=[0-9T])(?:(?<days>[0-9]{1,6})D)?(?:T(?=[0-9])(?:(?<hours>[0-9]{1,6})H)?(?:(?<minutes>[0-9]{1,8})M)?"
        + @"(?:(?<seconds>[0-9]{1,9}(?:[.,][0-9]{1,9})?)S)?)?\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Period();

    [GeneratedRegex(@"^(?=[-+0-9])(?:(?<less>-)|\+)?(?:(?<days>[0-9]{1,6}) ?d(?:ays?)?,? ?)?(?:(?<hours>[0-9]{1,6}) ?h(?:(?:ou)?rs?)?,? ?)?"
        + @"(?:(?<minutes>[0-9]{1,8}) ?m(?:ins?|inutes?)?\.?,? ?)?(?:(?<seconds>[0-9]{1,9}(?:[.,][0-9]{1,9})?)"
        + @" ?(?:s(?:ecs?|econds?)?\.?|Sek\.?),? ?)?"
        + @"(?:(?<millis>[0-9]{1,9}) ?ms)?\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Words();
}
