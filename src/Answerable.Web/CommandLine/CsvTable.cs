using CsvHelper;

namespace Answerable.Web.CommandLine;

/// <summary>A CSV file read whole, its cells by column name.</summary>
internal sealed class CsvTable
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private CsvTable(IReadOnlyList<CsvRow> rows) => Rows = rows;

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads a file that must have the columns named; other columns may be anything.</summary>
    /// <param name="otherwise">What stands in a cell that is empty, of columns that may be missing.</param>
    /// <returns>The table, or one sentence on why there is none.</returns>
    public static (CsvTable? Table, string? Refusal) Read(string path, IReadOnlyList<string> needed, IReadOnlyDictionary<string, string> otherwise)
    {
        try
        {
            using var reader = CsvReader.FromFile(path, Options);
            return Read(reader, path, needed, otherwise);
        }
        catch (CsvFormatException bad)
        {
            return (null, $"{path}, line {bad.LineNumber}: the quotes are not closed as CSV asks.");
        }
    }

    private static (CsvTable? Table, string? Refusal) Read(
        CsvReader reader, string path, IReadOnlyList<string> needed, IReadOnlyDictionary<string, string> otherwise)
    {
        reader.ReadHeader();
        var missing = needed.Where(column => !otherwise.ContainsKey(column) && !reader.TryGetFieldIndex(column, out _)).ToList();
        if (missing.Count > 0)
            return (null, $"{path} has no column {string.Join(", ", missing)}; its first line must name {string.Join(", ", needed)}.");
        List<CsvRow> rows = [];
        while (reader.Read())
            rows.Add(new CsvRow(rows.Count + 1, (int)reader.LineNumber, needed.ToDictionary(column => column, Cell)));
        return (new CsvTable(rows), null);

        string Cell(string column) => reader.TryGetFieldIndex(column, out _) && reader.GetString(column) is { Length: > 0 } written
            ? written
            : otherwise.GetValueOrDefault(column, "");
    }
}
