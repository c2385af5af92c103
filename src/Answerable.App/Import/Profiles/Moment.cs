using System.Globalization;
using Answerable.App.Import.Formats;
using NodaTime;

namespace Answerable.App.Import.Profiles;

/// <summary>How an instant is read from a row.</summary>
internal abstract record Moment
{
    public abstract IReadOnlyList<string> Columns { get; }
    public abstract Taken<DateTimeOffset> Read(Row row, DateTimeZone zone);

    public virtual bool In(Row row) => Columns.All(column => row[column] is not null);

    protected string Joined(Row row) => string.Join(' ', Columns.Select(column => row[column] ?? ""));
    protected string Named => string.Join(" and ", Columns);
}

/// <summary>A local date and time in one or more columns, as the clock on the wall showed it.</summary>
internal sealed record LocalMoment(IReadOnlyList<string> Columns, params IReadOnlyList<string> Patterns) : Moment
{
    private readonly string[] _patterns = [.. Patterns];

    public override IReadOnlyList<string> Columns { get; } = Columns;

    public override Taken<DateTimeOffset> Read(Row row, DateTimeZone zone)
    {
        var text = Joined(row);
        if (!DateTime.TryParseExact(text, _patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new(default, Fault: $"{Amiss(row, text)}: a date and time like {Example} is needed.");
        var wall = WallClock.Of(local, zone);
        return wall[0].Taken($"{Named} {text}", wall.Count);
    }

    /// <summary>Of several columns, those that are empty are what is amiss.</summary>
    private string Amiss(Row row, string text) =>
        Columns.Where(column => row[column] is null).ToList() is { Count: > 0 } empty
            ? string.Join(", ", empty.Select(row.Says)) : $"{Named} is '{text}'";

    private string Example => new DateTime(2026, 10, 9, 18, 30, 0).ToString(_patterns[0], CultureInfo.InvariantCulture);
}

/// <summary>An instant that carries its own offset, such as 2026-10-09T18:30:00Z.</summary>
internal sealed record IsoMoment(string Column) : Moment
{
    public override IReadOnlyList<string> Columns { get; } = [Column];

    public override Taken<DateTimeOffset> Read(Row row, DateTimeZone zone) =>
        DateTimeOffset.TryParse(row[Column], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at)
            ? new(at)
            : new(default, Fault: $"{row.Says(Column)}: an instant like 2026-10-09T18:30:00Z is needed.");
}

/// <summary>Seconds since 1970.</summary>
internal sealed record EpochMoment(string Column) : Moment
{
    private const decimal Latest = 253_402_300_799;

    public override IReadOnlyList<string> Columns { get; } = [Column];

    public override Taken<DateTimeOffset> Read(Row row, DateTimeZone zone) =>
        decimal.TryParse(row[Column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= Latest
            ? new(DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)))
            : new(default, Fault: $"{row.Says(Column)}: seconds since 1970 are needed.");
}

/// <summary>The first of several moments that has a value in the row.</summary>
internal sealed record FirstMoment(params IReadOnlyList<Moment> Choices) : Moment
{
    public override IReadOnlyList<string> Columns { get; } = [.. Choices.SelectMany(choice => choice.Columns)];

    public override Taken<DateTimeOffset> Read(Row row, DateTimeZone zone) =>
        (Choices.FirstOrDefault(choice => choice.In(row)) ?? Choices[^1]).Read(row, zone);

    public override bool In(Row row) => Choices.Any(choice => choice.In(row));
}
