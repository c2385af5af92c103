using Answerable.Model;

namespace Answerable.App.Import.Formats;

/// <summary>How a table's own lines show that it is written: what parts its columns, and where its heading stands.</summary>
internal static class Shape
{
    private const int LinesLookedAt = 60;
    private const string Told = "sep=";
    private const int LongestTold = 100;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>What parts the columns: what a spreadsheet's first line says, or else by what most rows fall into as many parts.</summary>
    public static char Delimiter(Func<TextReader> open)
    {
        using var first = open();
        if (Lines.Next(first, LongestTold)?.Text.Trim('\uFEFF', '"') is { } line && line.Length > Told.Length
            && line.StartsWith(Told, StringComparison.OrdinalIgnoreCase))
            return line[Told.Length];
        return Delimiters.MaxBy(candidate => Evenness(Beginning(open, candidate)));
    }

    /// <summary>The line of the heading: the first that names all that is needed, or else the first as wide as the table and in words.</summary>
    public static int Heading(Func<TextReader> open, char delimiter, IReadOnlyCollection<string> needed)
    {
        var records = Beginning(open, delimiter);
        if (needed.Count > 0 && records.FirstOrDefault(record => needed.All(Delimited.Columns(record.Values).Contains)) is { Line: > 0 } named)
            return named.Line;
        var widest = records.Count == 0 ? 0 : records.Max(record => Filled(record.Values));
        return records.FirstOrDefault(record => Filled(record.Values) >= Math.Max(2, (widest * 6) / 10) && !record.Values.Any(IsFigure)) is
        { Line: > 0 } wide ? wide.Line : 1;
    }

    private static List<(int Line, string[] Values)> Beginning(Func<TextReader> open, char delimiter)
    {
        using var text = open();
        return [.. new Delimited(delimiter).Records(text).Take(LinesLookedAt)];
    }

    private static int Evenness(List<(int Line, string[] Values)> records) =>
        records.GroupBy(record => record.Values.Length).Select(same => same.Count() * (same.Key - 1)).DefaultIfEmpty().Max();

    private static int Filled(string[] values) => values.Count(value => value.Shown().Length > 0);

    private static bool IsFigure(string value) => value.Trim() is { Length: > 0 } text && char.IsAsciiDigit(text[0]) && !text.Any(char.IsLetter);
}
