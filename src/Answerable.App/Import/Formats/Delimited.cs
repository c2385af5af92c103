using System.Text;
using CsvHelper;

namespace Answerable.App.Import.Formats;

/// <summary>A heading and rows whose values stand between delimiters, quoted where they hold one.</summary>
internal sealed record Delimited(char Delimiter, bool Quoted = true) : RowFormat
{
    private const int LongestRow = 1_000_000;

    public override string? Misfit(TextReader beginning, IReadOnlyList<string> needed)
    {
        using var reader = Reader(beginning, _ => { });
        if (!reader.Read())
            return "The file is empty.";
        var heading = Values(reader);
        var missing = needed.Except(heading.Select(Clean)).ToList();
        if (missing.Count > 0)
            return $"The file is not of this profile: its first line has no column {Listed(missing)}.";
        return reader.Read() ? null : "The file has a heading and no rows.";
    }

    /// <summary>The heading's columns.</summary>
    public IReadOnlyList<string> Heading(TextReader beginning)
    {
        using var reader = Reader(beginning, _ => { });
        return reader.Read() ? [.. Values(reader).Select(Clean)] : [];
    }

    public override IEnumerable<Row> Read(TextReader file)
    {
        var malformed = (CsvMalformedReason?)null;
        using var reader = Reader(file, reason => malformed = reason);
        if (!reader.Read())
            yield break;
        var heading = Values(reader);
        var places = PlacesOf(heading);
        while (true)
        {
            malformed = null;
            var (more, fault) = Next(reader);
            if (fault is not null)
                yield return fault;
            if (!more)
                yield break;
            yield return RowOf(reader, heading.Length, places, malformed);
        }
    }

    private static (bool More, FaultyRow? Fault) Next(CsvReader reader)
    {
        try
        {
            return (reader.Read(), null);
        }
        catch (CsvFormatException tooLong)
        {
            return (false, new FaultyRow(tooLong.LineNumber, "",
                $"A row runs on for over {LongestRow:N0} characters (a quotation mark that never closes?); nothing after it could be read."));
        }
    }

    private static Row RowOf(CsvReader reader, int columns, Dictionary<string, int> places, CsvMalformedReason? malformed)
    {
        var text = Encoding.UTF8.GetString(reader.RawRecord);
        // A quotation mark inside a value is read as it stands: only what changes the value is a fault.
        if (malformed is { } reason and not CsvMalformedReason.StrayQuote)
            return new FaultyRow(reader.LineNumber, text.Length > 2000 ? text[..2000] : text, reason == CsvMalformedReason.UnterminatedQuote
                ? "A quotation mark is never closed, so that this row runs to the end of the file; nothing after it could be read."
                : "The quotation marks of this row are out of order.");
        return reader.FieldCount != columns
            ? new FaultyRow(reader.LineNumber, text, $"The row has {reader.FieldCount} columns where the heading has {columns}.")
            : new DelimitedRow(reader.LineNumber, text, places, Values(reader));
    }

    private static Dictionary<string, int> PlacesOf(string[] heading)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < heading.Length; place++)
            places.TryAdd(Clean(heading[place]), place);
        return places;
    }

    private static string[] Values(CsvReader reader)
    {
        var values = new string[reader.FieldCount];
        for (var place = 0; place < values.Length; place++)
            values[place] = reader.GetString(place);
        return values;
    }

    private static string Clean(string column) => column.Trim().TrimStart('\uFEFF');

    private CsvReader Reader(TextReader file, Action<CsvMalformedReason> malformed) => CsvReader.Create(file, new CsvReaderOptions
    {
        Separator = Delimiter,
        Mode = Quoted ? CsvMode.Rfc4180 : CsvMode.NoEscape,
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRow,
        OnMalformedRecord = record => malformed(record.Reason),
    }, leaveOpen: true);

    private sealed class DelimitedRow(long line, string text, Dictionary<string, int> places, string[] values) : Row(line, text)
    {
        public override string? this[string column] =>
            places.TryGetValue(column, out var place) && values[place].AsSpan().Trim() is { Length: > 0 } value ? value.ToString() : null;
    }
}
