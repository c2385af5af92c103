using System.Globalization;
using Answerable.App.Import.Formats;
using Answerable.Model.Import;
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

/// <summary>A duration in a column: a number of the unit given, or one that says its own. Empty, or a word for "none", says nothing unless needed.
/// </summary>
/// <param name="Unit">None where the system writes seconds and nothing else: then there is no telling what cannot be meant.</param>
/// <param name="OverDays">Rows whose duration may well be longer than half a day.</param>
internal sealed record LastingIn(string Column, bool Needed = false, DurationUnit? Unit = null, bool Comma = false, Condition? OverDays = null)
    : Lasting
{
    public override Taken<long?> Read(Row row, DateTimeZone zone)
    {
        if (row[Column] is not { } text || WrittenDuration.IsNothing(text))
            return Needed ? new(0, Fault: $"{row.Says(Column)}: a number of seconds is needed.") : new(null);
        var written = Unit is null && WrittenDuration.Bare(text, Comma) is { } seconds && Math.Abs(seconds) <= 1_000_000_000
            ? new WrittenDuration((long)Math.Round(seconds * 1000), false)
            : WrittenDuration.Read(text, Unit ?? DurationUnit.Seconds, Comma, Unit is null || (OverDays?.Holds(row) ?? false));
        if (Unit is not null && written.Misfits)
            return new(null, $"{row.Says(Column)}: that does not fit the column's unit, or lasts longer than such a contact can, so it is not known.",
                Noticed: Noticed.Misfits);
        return written.Milliseconds is { } milliseconds
            ? Judged(Column, text, milliseconds)
            : new(0, Fault: $"{row.Says(Column)}: {Needs(text)}");
    }

    /// <summary>A number with the other sign for its decimals says which choice is wrong.</summary>
    private string Needs(string text) => WrittenDuration.Bare(text, !Comma) is null ? "seconds, m:ss or h:mm:ss are needed."
        : Comma ? "it has a point, and decimals are read with a comma. Choose decimals as 12.5 (decimals: point)."
        : "it has a comma, and decimals are read with a point. Choose decimals as 12,5 (decimals: comma).";
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
        var judged = Judged(name, $"{(milliseconds / 1000m).ToString(CultureInfo.InvariantCulture)} s", milliseconds);
        return judged with { Repair = judged.Repair ?? from.Repair ?? to.Repair, Noticed = from.Noticed ?? to.Noticed };
    }
}

/// <summary>The first of several that says something.</summary>
internal sealed record FirstLasting(params IReadOnlyList<Lasting> Choices) : Lasting
{
    public override Taken<long?> Read(Row row, DateTimeZone zone) =>
        Choices.Select(choice => choice.Read(row, zone)).FirstOrDefault(taken => taken.Value is not null || taken.Fault is not null);
}

/// <summary>What the source keeps no record of: there is none to tell from what is beside it, so it counts as none.</summary>
internal sealed record NeverKept : Lasting
{
    public override Taken<long?> Read(Row row, DateTimeZone zone) => new(0);
}

internal sealed record NoTime : Lasting
{
    public override Taken<long?> Read(Row row, DateTimeZone zone) => new(null);
}
