using System.Globalization;
using Answerable.App.Import.Formats;
using NodaTime;

namespace Answerable.App.Import.Profiles;

/// <summary>How a duration is read from a row, in milliseconds.</summary>
internal abstract record Lasting
{
    private const long Longest = 7L * 24 * 3600 * 1000;

    /// <summary>Null where the row says nothing of it: not known, and no nought.</summary>
    public abstract Taken<long?> Read(Row row, DateTimeZone zone);

    /// <summary>A clock that ran backwards is repaired to nought and said; more than a week is no contact's duration.</summary>
    protected static Taken<long?> Judged(string name, string text, long milliseconds) =>
        milliseconds > Longest ? new(0, Fault: $"{name} is {text}: longer than a week.")
        : milliseconds < 0 ? new(0, Repair: $"{name} is {text}: taken as 0.")
        : new(milliseconds);
}

/// <summary>Seconds (35 or 35.2) or a clock (0:35, 1:02:03) in a column; empty, or a word for "none", says nothing unless it is needed.</summary>
internal sealed record LastingIn(string Column, bool Needed = false) : Lasting
{
    private static readonly HashSet<string> Nothing =
        new(["-", "--", "–", "—", "n/a", "na", "#n/a", "null", "none", "nil", "nan", "unknown", "?"], StringComparer.OrdinalIgnoreCase);

    public override Taken<long?> Read(Row row, DateTimeZone zone)
    {
        if (row[Column] is not { } text || Nothing.Contains(text))
            return Needed ? new(0, Fault: $"{row.Says(Column)}: a number of seconds is needed.") : new(null);
        return Milliseconds(text) is { } milliseconds
            ? Judged(Column, text, milliseconds)
            : new(0, Fault: $"{row.Says(Column)}: seconds, m:ss or h:mm:ss are needed.");
    }

    private static long? Milliseconds(string text)
    {
        var total = 0m;
        var parts = text.Split(':');
        if (parts.Length > 3)
            return null;
        foreach (var part in parts)
        {
            var styles = parts.Length == 1 ? NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint : NumberStyles.AllowDecimalPoint;
            if (!decimal.TryParse(part, styles, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1_000_000_000)
                return null;
            total = total * 60 + number;
        }
        return (long)Math.Round(total * 1000);
    }
}

/// <summary>From one moment to another; nothing is said where the row lacks either.</summary>
internal sealed record LastingFrom(Moment From, Moment To) : Lasting
{
    public override Taken<long?> Read(Row row, DateTimeZone zone)
    {
        if (!From.In(row) || !To.In(row))
            return new(null);
        var (from, to) = (From.Read(row, zone), To.Read(row, zone));
        if ((from.Fault ?? to.Fault) is { } fault)
            return new(0, Fault: fault);
        var milliseconds = (long)(to.Value - from.Value).TotalMilliseconds;
        var name = $"The time from {string.Join(" and ", From.Columns)} to {string.Join(" and ", To.Columns)}";
        return Judged(name, $"{(milliseconds / 1000m).ToString(CultureInfo.InvariantCulture)} s", milliseconds);
    }
}

/// <summary>The first of several that says something.</summary>
internal sealed record FirstLasting(params IReadOnlyList<Lasting> Choices) : Lasting
{
    public override Taken<long?> Read(Row row, DateTimeZone zone) =>
        Choices.Select(choice => choice.Read(row, zone)).FirstOrDefault(taken => taken.Value is not null || taken.Fault is not null);
}

internal sealed record NoTime : Lasting
{
    public override Taken<long?> Read(Row row, DateTimeZone zone) => new(null);
}
