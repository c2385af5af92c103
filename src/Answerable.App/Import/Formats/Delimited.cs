using System.Text;
using CsvHelper;

namespace Answerable.App.Import.Formats;

/// <summary>A heading and rows whose values stand between delimiters, quoted where they hold one.</summary>
internal sealed record Delimited(char Delimiter, bool Quoted = true) : RowFormat
{
    private const int LongestRow = 1_000_000;

    /// <summary>The line of the heading; what stands above it is a title. 0 where there is none.</summary>
    public int Heading { get; init; } = 1;

    /// <summary>A report made to be read: blank rows, totals and the heading said again stand among its rows.</summary>
    public bool Loose { get; init; }

    /// <summary>The columns that a record of such a report has of its own, and a row of totals has not.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    public override string? Misfit(TextReader beginning, IReadOnlyList<string> needed)
    {
        using var reader = Reader(beginning, _ => { });
        var (reached, fault) = Reach(reader);
        if (!reached)
            return fault?.Fault ?? "The file is empty.";
        var missing = needed.Except(Names(reader)).ToList();
        if (missing.Count > 0)
            return $"The file is not of this profile: its {(Heading > 1 ? "heading" : "first line")} has no column {Listed(missing)}.";
        return Heading == 0 || Next(reader) is not (false, null) ? null : "The file has a heading and no rows.";
    }

    /// <summary>The first records as they stand, each with its line, whatever they are.</summary>
    public IEnumerable<(int Line, string[] Values)> Records(TextReader beginning)
    {
        using var reader = Reader(beginning, _ => { });
        while (Next(reader).More)
            yield return ((int)reader.LineNumber, Values(reader));
    }

    /// <summary>The columns of a heading, each by a name of its own: of two that are called alike one is the second, and one without a name is told
    /// by its place.</summary>
    public static string[] Columns(IReadOnlyList<string> heading)
    {
        var (names, seen) = (new string[heading.Count], new Dictionary<string, int>(StringComparer.Ordinal));
        for (var place = 0; place < names.Length; place++)
        {
            var name = Clean(heading[place]) is { Length: > 0 } written ? written : $"Column {place + 1}";
            var times = seen[name] = seen.GetValueOrDefault(name) + 1;
            names[place] = times == 1 ? name : $"{name} ({times}{times switch { 2 => "nd", 3 => "rd", _ => "th" }})";
        }
        return names;
    }

    /// <summary>The names of the columns.</summary>
    public string[] Head(TextReader beginning)
    {
        using var reader = Reader(beginning, _ => { });
        return Reach(reader).More ? Names(reader) : [];
    }

    public override IEnumerable<Row> Read(TextReader file)
    {
        var malformed = (CsvMalformedReason?)null;
        using var reader = Reader(file, reason => malformed = reason);
        var (more, fault) = Reach(reader);
        if (fault is not null)
            yield return fault;
        if (!more)
            yield break;
        var places = Names(reader).Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
        var aside = Loose ? new NoRecord(Heading > 0 ? Values(reader) : null, Own.Where(places.ContainsKey).Select(column => places[column])) : null;
        if (Heading == 0)
            yield return RowOf(reader, places, aside, malformed);
        while (true)
        {
            malformed = null;
            (more, fault) = Next(reader);
            if (fault is not null)
                yield return fault;
            if (!more)
                yield break;
            yield return RowOf(reader, places, aside, malformed);
        }
    }

    private (bool More, FaultyRow? Fault) Reach(CsvReader reader)
    {
        var read = Next(reader);
        while (read.More && reader.LineNumber < Heading)
            read = Next(reader);
        return read;
    }

    private string[] Names(CsvReader reader) => Columns(Heading == 0 ? new string[reader.FieldCount] : Values(reader));

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

    private static Row RowOf(CsvReader reader, Dictionary<string, int> places, NoRecord? noRecord, CsvMalformedReason? malformed)
    {
        var text = Encoding.UTF8.GetString(reader.RawRecord);
        // A quotation mark inside a value is read as it stands: only what changes the value is a fault.
        if (malformed is { } reason and not CsvMalformedReason.StrayQuote)
            return new FaultyRow(reader.LineNumber, text.Length > 2000 ? text[..2000] : text, reason == CsvMalformedReason.UnterminatedQuote
                ? "A quotation mark is never closed, so that this row runs to the end of the file; nothing after it could be read."
                : "The quotation marks of this row are out of order.");
        var values = Values(reader);
        if (noRecord?.Says(values) is { } aside)
            return new AsideRow(reader.LineNumber, text, aside);
        return values.Length == places.Count || (noRecord is not null && values.Length > places.Count && values[places.Count..].All(NoRecord.Blank))
            ? new DelimitedRow(reader.LineNumber, text, places, values)
            : new FaultyRow(reader.LineNumber, text, $"The row has {values.Length} columns where the heading has {places.Count}.");
    }

    private static string[] Values(CsvReader reader)
    {
        var values = new string[reader.FieldCount];
        for (var place = 0; place < values.Length; place++)
            values[place] = reader.GetString(place);
        return values;
    }

    public static string Clean(string? column) => (column ?? "").Trim().TrimStart('\uFEFF');

    private CsvReader Reader(TextReader file, Action<CsvMalformedReason> malformed) => CsvReader.Create(file, new CsvReaderOptions
    {
        Separator = Delimiter,
        Mode = Quoted ? CsvMode.Rfc4180 : CsvMode.NoEscape,
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRow,
        OnMalformedRecord = record => malformed(record.Reason),
    }, leaveOpen: true);
}
