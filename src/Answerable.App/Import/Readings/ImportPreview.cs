using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>The heading and first rows of a table that waits for its columns to be chosen; the delimiter is guessed where none is given.</summary>
[Needs(Permission.ImportData)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ImportPreview(ImportId Id, char? Delimiter = null) : IReading<ImportPreview.Table>, ILook<ImportPreview.Table>
{
    Look? ILook<ImportPreview.Table>.Seen(ImportPreview.Table result) => new(Sight.FileToImport, Id.Value);

    private const int Most = 10;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <param name="Mapping">The columns chosen before, if any; else those whose names say what they hold.</param>
    public sealed record Table(string File, char Delimiter, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows,
        GenericMapping Mapping);

    internal sealed class Reader(CentreInForce centre, ImportFolder folder) : IAnswer<ImportPreview, Table>
    {
        public async Task<Outcome<Table>> Answer(ImportPreview reading, ReadingContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<ImportRow>().SingleOrDefaultAsync(row => row.Id == reading.Id, stop);
            var file = row is null ? null : folder.Of(row);
            if (row is null || file is not { Exists: true } || row.Profile != GenericCsv.Name)
                return new Refusal("not-found", "There is no such file that waits for its columns.");
            var chosen = row.MappingGiven();
            var delimiter = reading.Delimiter ?? chosen?.Delimiter ?? Guess(file);
            var columns = Columns(file, delimiter);
            return new Table(row.FileName, delimiter, columns, Rows(file, delimiter, columns), chosen
                ?? Guess(delimiter, columns) with { Zone = (await centre.NowAsync()).Zone });
        }

        private static char Guess(ImportFile file)
        {
            using var opened = file.Open();
            var line = opened.Text.ReadLine() ?? "";
            return Delimiters.MaxBy(candidate => line.Count(character => character == candidate));
        }

        private static IReadOnlyList<string> Columns(ImportFile file, char delimiter)
        {
            using var opened = file.Open();
            return new Delimited(delimiter).Heading(opened.Text);
        }

        private static List<IReadOnlyList<string>> Rows(ImportFile file, char delimiter, IReadOnlyList<string> columns)
        {
            using var opened = file.Open();
            return [.. new Delimited(delimiter).Read(opened.Text).Take(Most).Select(row => row.Fault is null
                ? columns.Select(column => CardMask.Apply(Readable.Of(row[column] ?? ""))).ToArray()
                : (IReadOnlyList<string>)[CardMask.Apply(Readable.Of(row.Fault))])];
        }

        private static GenericMapping Guess(char delimiter, IReadOnlyList<string> columns) => new()
        {
            Delimiter = delimiter,
            Columns = GenericMapping.Fields
                .Select(field => (field.Name, Column: columns.FirstOrDefault(column => Same(column, field.Name) || Same(column, field.Title))))
                .Where(pair => pair.Column is not null)
                .ToDictionary(pair => pair.Name, pair => pair.Column!),
        };

        private static bool Same(string column, string name) => string.Equals(column.Trim(), name, StringComparison.OrdinalIgnoreCase);
    }
}
