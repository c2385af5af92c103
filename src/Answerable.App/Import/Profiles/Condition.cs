using System.Globalization;
using Answerable.App.Import.Formats;
using Answerable.Model.Import;
using Answerable.Model.Privacy;

namespace Answerable.App.Import.Profiles;

/// <summary>Something that is so or not of one row.</summary>
internal abstract record Condition
{
    public abstract bool Holds(Row row);

    public static Condition operator &(Condition first, Condition second) => new All(first, second);
    public static Condition operator !(Condition condition) => new Not(condition);

    public Condition BitwiseAnd(Condition other) => this & other;
    public Condition LogicalNot() => !this;
}

internal sealed record All(params IReadOnlyList<Condition> Conditions) : Condition
{
    public override bool Holds(Row row) => Conditions.All(condition => condition.Holds(row));
}

internal sealed record Any(params IReadOnlyList<Condition> Conditions) : Condition
{
    public override bool Holds(Row row) => Conditions.Any(condition => condition.Holds(row));
}

internal sealed record Not(Condition Condition) : Condition
{
    public override bool Holds(Row row) => !Condition.Holds(row);
}

internal sealed record Ever : Condition
{
    public override bool Holds(Row row) => true;
}

/// <summary>The column holds one of these words.</summary>
internal sealed record Is(string Column, params IReadOnlyList<string> Words) : Condition
{
    public override bool Holds(Row row) => row[Column] is { } value && Words.Contains(value, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The column holds a word by which a mapping means one of these.</summary>
internal sealed record Means(string Column, Meant Words, params IReadOnlyList<string> What) : Condition
{
    public override bool Holds(Row row) => row[Column] is { } word && Words.Of(word) is { } meaning && What.Contains(meaning);
}

/// <summary>The column holds a word of which nobody said what it means; one for "none" says nothing.</summary>
internal sealed record Unsaid(string Column, Meant Words) : Condition
{
    public override bool Holds(Row row) => row[Column] is { } word && Words.Of(word) is null && !WrittenDuration.IsNothing(word);
}


/// <summary>The column says something: no blank, and no word for "none".</summary>
internal sealed record Present(string Column) : Condition
{
    public override bool Holds(Row row) => row[Column] is { } value && !WrittenDuration.IsNothing(value);
}

/// <summary>The column holds a number that a spreadsheet has rounded.</summary>
internal sealed record Rounded(string Column) : Condition
{
    public override bool Holds(Row row) => row[Column] is { } value && CustomerReference.Nobody(value) is NamesNobody.Rounded;
}

/// <summary>The column holds a number above (or below) another.</summary>
internal sealed record Above(string Column, decimal Least) : Condition
{
    public override bool Holds(Row row) => Numbers.In(row, Column) > Least;
}

internal sealed record Below(string Column, decimal Most) : Condition
{
    public override bool Holds(Row row) => Numbers.In(row, Column) < Most;
}

/// <summary>The clock shows less at the end than at the beginning: midnight, or a clock that was set back, lies between.</summary>
internal sealed record EndsBeforeItBegins(string Begins, string Ends) : Condition
{
    public override bool Holds(Row row) => Numbers.Clock(row, Ends) < Numbers.Clock(row, Begins);
}

/// <summary>The duration given is not the time between the two clocks given.</summary>
internal sealed record DurationDiffers(string Duration, string Begins, string Ends) : Condition
{
    public override bool Holds(Row row) => Numbers.In(row, Duration) != Numbers.Clock(row, Ends) - Numbers.Clock(row, Begins);
}

internal static class Numbers
{
    public static decimal? In(Row row, string column) =>
        decimal.TryParse(row[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    /// <summary>Seconds since midnight of a clock such as 7:02:47.</summary>
    public static decimal? Clock(Row row, string column) =>
        TimeSpan.TryParseExact(row[column], @"h\:mm\:ss", CultureInfo.InvariantCulture, out var clock) ? (decimal)clock.TotalSeconds : null;
}
