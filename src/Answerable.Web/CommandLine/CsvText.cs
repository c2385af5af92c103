using Answerable.Web.Shared;
using CsvHelper;

namespace Answerable.Web.CommandLine;

/// <summary>Writes CSV files: numbers with the digits that read back to the same double, nothing for nothing.</summary>
internal static class CsvText
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    public static void Write(string path, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var writer = CsvWriter.ToFile(path, Options);
        foreach (var row in rows.Prepend(columns))
        {
            foreach (var cell in row)
                writer.WriteField(cell is string words ? CsvBody.Plain(words) : cell);
            writer.EndRecord();
        }
    }
}
