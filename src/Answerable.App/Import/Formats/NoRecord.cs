using System.Text.RegularExpressions;
using Answerable.Model;

namespace Answerable.App.Import.Formats;

/// <summary>What stands among the rows of a report made to be read, and is no record.</summary>
internal sealed partial class NoRecord
{
    private static readonly HashSet<string> Totals = new(
    [
        "total", "totals", "grand total", "subtotal", "sub total", "sub-total", "sum", "average", "averages", "avg", "mean", "overall", "summary",
        "report total", "report totals", "summe", "gesamt", "gesamtsumme", "gesamtergebnis", "zwischensumme", "teilsumme", "durchschnitt",
        "mittelwert", "min", "max", "minimum", "maximum", "cyfanswm", "cyfartaledd", "totaux", "total général", "somme", "sous-total", "moyenne",
        "total general", "suma", "promedio", "totale", "totale generale", "somma", "totaal", "eindtotaal", "subtotaal", "gemiddelde",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>With a number behind them, what a report ends with too: <c>Rows: 3</c>, <c>Number of calls: 3</c>.</summary>
    private static readonly HashSet<string> Counts = new(
    [
        "count", "rows", "row count", "records", "calls", "contacts", "anzahl", "zeilen", "nombre", "lignes", "número", "filas", "numero", "righe",
        "aantal", "rijen", "nifer", "rhesi",
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
        return IsTotal(values[first])
            && _own.Count(place => place != first && place < values.Length && !Blank(values[place])) * 2 <= _own.Length && _own.Length > 0;
    }

    /// <summary>A word for a total alone, or before its number, or with what is totalled: <c>Total: 3</c>, <c>Total calls: 3</c>.</summary>
    private static bool IsTotal(string cell)
    {
        if (Totals.Contains(cell.Trim(' ', ':', '*', '\t')))
            return true;
        if (Numbered().Match(cell) is not { Success: true } numbered)
            return false;
        var (words, of) = (numbered.Groups["words"].Value.Trim(), numbered.Groups["first"].Value);
        return Totals.Contains(words) || Counts.Contains(words) || Totals.Contains(of)
            || (Counts.Contains(words.Split(' ')[^1]) && words.Contains(" of ", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^\s*\*?(?<words>(?<first>[\p{L}-]+)(?: [\p{L}-]+){0,3}) ?[:=]? ?\(?[0-9][0-9.,'\u00A0 ]*\)?(?: \p{L}+)?\s*\z",
        RegexOptions.None, 1000)]
    private static partial Regex Numbered();
}
