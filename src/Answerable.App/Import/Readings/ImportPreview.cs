using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>The heading and first rows of a table that waits for its columns to be chosen; how it is written is proposed where nobody said.</summary>
/// <param name="Tried">The columns chosen on the page and not yet taken, where there are any.</param>
/// <param name="Whole">The words of every row are listed, and not of the first only: some further down have to be said.</param>
[Needs(Permission.ImportData)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ImportPreview(ImportId Id, char? Delimiter = null, string? Encoding = null, int? Heading = null,
    GenericMapping? Tried = null, bool Whole = false)
    : IReading<ImportPreview.Table>, ILook<ImportPreview.Table>
{
    Look? ILook<ImportPreview.Table>.Seen(ImportPreview.Table result) => new(Sight.FileToImport, Id.Value);

    private const int Most = 10;
    private const int LookedAt = 2000;
    private const int MostWords = 40;

    /// <param name="Mapping">The columns chosen before, if any; else those kept for such a file, or those whose names say what they hold.</param>
    /// <param name="Doubt">What is said of the characters, where they are not what they should be.</param>
    /// <param name="Above">The lines above the heading.</param>
    /// <param name="Kept">The name of the mapping kept for such a file, which is proposed.</param>
    public sealed record Table(string File, char Delimiter, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows,
        GenericMapping Mapping, string Encoding, string? Doubt, int Heading, IReadOnlyList<string> Above, string? Kept,
        IReadOnlyList<WordsSeen> Words, string? OnlyDates, FirstRows? First);

    /// <summary>The columns a file has, as the mapping reads its heading.</summary>
    internal static string[] Columns(ImportFile file, GenericMapping mapping)
    {
        var shaped = Settlement.Shaped(mapping, file);
        using var opened = file.Open(mapping.Encoding);
        return shaped.Allowed ? new Delimited(shaped.Value.Delimiter!.Value) { Heading = shaped.Value.Heading!.Value }.Head(opened.Text) : [];
    }

    /// <summary>The mapping last kept for a file with these headings.</summary>
    internal static async Task<KeptMappingRow?> KeptAsync(AnswerableDb db, ImportFile file, string? encoding, CancellationToken stop)
    {
        var all = await db.Set<KeptMappingRow>().AsNoTracking().ToListAsync(stop);
        return all.OrderByDescending(row => row.At).FirstOrDefault(row =>
            KeptMappingRow.HeadingsOf(Columns(file, row.Given(db.Master) is var given && encoding is null ? given
                : given with { Encoding = encoding }))
                == row.Headings);
    }

    internal sealed class Reader(CentreInForce centre, ImportFolder folder) : IAnswer<ImportPreview, Table>
    {
        public async Task<Outcome<Table>> Answer(ImportPreview reading, ReadingContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<ImportRow>().SingleOrDefaultAsync(row => row.Id == reading.Id, stop);
            var file = row is null ? null : folder.Of(row);
            if (row is null || file is not { Exists: true } || row.Profile != GenericCsv.Name)
                return new Refusal("not-found", "There is no such file that waits for its columns.");
            var (chosen, asked) = (row.MappingGiven(context.Db.Master), reading.Encoding.Shown() is { Length: > 0 } name ? name : null);
            var kept = chosen is { Columns.Count: > 0 } ? null : await KeptAsync(context.Db, file, asked ?? chosen?.Encoding, stop);
            var said = asked ?? chosen?.Encoding ?? kept?.Given(context.Db.Master).Encoding;
            if (Settlement.Unknown(said) is { } unknown)
                return unknown;
            var doubt = Settlement.Written(said, file, stop)?.Text;
            var settings = await centre.NowAsync();
            // What was proposed before is proposed anew, from the columns as they are now.
            var before = chosen is { Columns.Count: > 0 } ? chosen.Said() : kept?.Given(context.Db.Master);
            var basis = reading.Tried is { Columns.Count: > 0 } tried ? tried.Beside(before) : before ?? new GenericMapping { Zone = settings.Zone };
            var told = basis with
            {
                Encoding = said ?? (doubt is null ? file.Shown() : "windows-1252"),
                Delimiter = reading.Delimiter ?? basis.Delimiter,
                Heading = reading.Heading ?? (reading.Delimiter is null && asked is null ? basis.Heading : null),
            };
            var shaped = Settlement.Shaped(told, file);
            if (!shaped.Allowed)
                return shaped.Refusals.ToList();
            var table = Read(row, file, shaped.Value, doubt, kept?.Name, reading.Whole, stop);
            var dated = table.Mapping with { Dates = table.Mapping.Dates.Length > 0 ? table.Mapping.Dates : table.OnlyDates ?? "" };
            return table with { First = FirstRows.Of(file, dated, settings, context.Now, LookedAt) };
        }

        private static Table Read(ImportRow row, ImportFile file, GenericMapping mapping, string? doubt, string? kept, bool whole,
            CancellationToken stop)
        {
            var format = new Delimited(mapping.Delimiter!.Value) { Heading = mapping.Heading!.Value, Loose = true };
            var columns = Columns(file, mapping);
            var full = mapping.Columns.Count > 0 && mapping.Columns.Values.All(columns.Contains)
                ? mapping : mapping with { Columns = UsualNames.Proposed(columns) };
            format = format with { Own = GenericCsv.Own(full) };
            var look = Glance.At(file, mapping.Encoding, format, columns, Glance.DateColumns(full), stop, LookedAt);
            var words = whole ? Glance.At(file, mapping.Encoding, format, columns, [], stop) : look;
            var only = DatesSeen.Of(Glance.DateColumns(full).Select(column => look[column]!.Dates)).OnlyWay();
            full = Settlement.Filled(full, look, full.Dates);
            return new Table(row.FileName, mapping.Delimiter.Value, columns, Rows(file, mapping, format, columns), full, mapping.Encoding!, doubt,
                mapping.Heading.Value, Above(file, mapping), kept,
                [.. Wording.All.Select(wording => WordsSeen.Of(wording, full, words, MostWords)).OfType<WordsSeen>()], only, null);
        }

        private static List<IReadOnlyList<string>> Rows(ImportFile file, GenericMapping mapping, Delimited format, string[] columns)
        {
            using var opened = file.Open(mapping.Encoding);
            return [.. format.Read(opened.Text).Take(Most).Select(row => (row.Fault ?? row.Aside) is not { } no
                ? columns.Select(column => Remark.Masked(row[column] ?? "")).ToArray()
                : (IReadOnlyList<string>)[Remark.Masked(row.Fault ?? $"Left aside: {no}.")])];
        }

        private static List<string> Above(ImportFile file, GenericMapping mapping)
        {
            using var opened = file.Open(mapping.Encoding);
            return [.. new Delimited(mapping.Delimiter!.Value).Records(opened.Text).TakeWhile(record => record.Line < mapping.Heading).Take(Most)
                .Select(record => Remark.Masked(string.Join(' ', record.Values.Where(value => value.Length > 0))))];
        }
    }
}
