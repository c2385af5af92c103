using Answerable.Model;

namespace Answerable.App.Import.Formats;

/// <summary>What stands among the rows of a report made to be read, and is no record.</summary>
internal sealed class NoRecord
{
    private static readonly HashSet<string> Totals = new(
    [
        "total", "totals", "grand total", "subtotal", "sub total", "sub-total", "sum", "average", "averages", "avg", "mean", "overall", "summary",
        "report total", "report totals", "summe", "gesamt", "gesamtsumme", "durchschnitt", "mittelwert", "min", "max", "minimum", "maximum",
    ], StringComparer.OrdinalIgnoreCase);

    private readonly string[]? _heading;
    private readonly int[] _own;

    /// <param name="heading">None where the table has none.</param>
    /// <param name="own">The places of the columns that a record has of its own.</param>
    public NoRecord(IEnumerable<string>? heading, IEnumerable<int> own)
    {
        _heading = heading?.Select(Delimited.Clean).ToArray();
        _own = [.. own];
    }

    /// <summary>What the row is, where it is no record.</summary>
    public string? Says(string[] values) =>
        values.All(Blank) ? "a blank row"
        : _heading is not null && values.Select(Delimited.Clean).SequenceEqual(_heading) ? "the heading again"
        : SumsUp(values) ? "a row of totals" : null;

    public static bool Blank(string value) => value.Shown().Length == 0;

    /// <summary>People and queues are called Max and Overall too: a row sums others up only where most of what a record has of its own (its
    /// number, its moment, how it ended) is wanting in it.</summary>
    private bool SumsUp(string[] values)
    {
        var first = Array.FindIndex(values, value => !Blank(value));
        return Totals.Contains(values[first].Trim(' ', ':', '*', '\t'))
            && _own.Count(place => place != first && place < values.Length && !Blank(values[place])) * 2 <= _own.Length && _own.Length > 0;
    }
}
