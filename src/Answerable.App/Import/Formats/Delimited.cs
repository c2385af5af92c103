using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Answerable.App.Import.Formats;

/// <summary>A heading and rows whose values stand between delimiters, quoted where they hold one.</summary>
internal sealed record Delimited(char Delimiter, bool Quoted = true) : RowFormat
{
    private const int LongestField = 100_000;

    public override string? Misfit(TextReader beginning, IReadOnlyList<string> needed)
    {
        using var parser = Parser(beginning);
        if (Next(parser) is not { } heading)
            return "The file is empty.";
        var missing = needed.Except(heading.Select(Clean)).ToList();
        if (missing.Count > 0)
            return $"The file is not of this profile: its first line has no column {Listed(missing)}.";
        return Next(parser) is null ? "The file has a heading and no rows." : null;
    }

    public override IEnumerable<Row> Read(TextReader file)
    {
        using var parser = Parser(file);
        if (Next(parser) is not { } heading)
            yield break;
        var places = PlacesOf(heading);
        var line = (long)parser.RawRow;
        while (true)
        {
            var (values, fault) = Try(parser);
            if (values is null && fault is null)
                yield break;
            var begins = line + 1;
            line = parser.RawRow;
            var text = parser.RawRecord.TrimEnd('\r', '\n');
            if (text.Length == 0)
                continue;
            yield return fault is not null ? new FaultyRow(begins, text, fault)
                : values!.Length != heading.Length ? new FaultyRow(begins, text, $"The row has {values.Length} columns where the heading has {heading.Length}.")
                : new DelimitedRow(begins, text, places, values);
            if (fault is not null)
                yield break;
        }
    }

    /// <summary>The heading's columns; of two with one name the first counts.</summary>
    public IReadOnlyList<string> Heading(TextReader beginning)
    {
        using var parser = Parser(beginning);
        return [.. (Next(parser) ?? []).Select(Clean)];
    }

    private static Dictionary<string, int> PlacesOf(string[] heading)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < heading.Length; place++)
            places.TryAdd(Clean(heading[place]), place);
        return places;
    }

    private static string Clean(string column) => column.Trim().TrimStart('\uFEFF');

    private CsvParser Parser(TextReader file) => new(file, new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = Delimiter.ToString(),
        Mode = Quoted ? CsvMode.RFC4180 : CsvMode.NoEscape,
        BadDataFound = null,
        IgnoreBlankLines = false,
        MaxFieldSize = LongestField,
    }, leaveOpen: true);

    private static string[]? Next(CsvParser parser) => Try(parser).Values;

    private static (string[]? Values, string? Fault) Try(CsvParser parser)
    {
        try
        {
            return (parser.Read() ? parser.Record : null, null);
        }
        catch (MaxFieldSizeException)
        {
            return (null, $"A value runs on for over {LongestField:N0} characters (a quotation mark that never closes?); nothing after it could be read.");
        }
    }

    private sealed class DelimitedRow(long line, string text, Dictionary<string, int> places, string[] values) : Row(line, text)
    {
        public override string? this[string column] =>
            places.TryGetValue(column, out var place) && values[place].AsSpan().Trim() is { Length: > 0 } value ? value.ToString() : null;
    }
}
