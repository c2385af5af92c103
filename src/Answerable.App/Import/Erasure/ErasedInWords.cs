using Answerable.App.Import.Findings;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>What stays of a file after it: rows shown with a finding, and words said of its columns, those of a mapping somebody kept too. What names
/// an erased customer goes.</summary>
internal static class ErasedInWords
{
    /// <summary>The imports that name them: looked for beside the writer, for every import's rows are opened for it.</summary>
    public static async Task<ImportId[]> FindAsync(AnswerableDb db, Func<string, bool> names, CancellationToken stop)
    {
        var found = new List<ImportId>();
        await foreach (var row in db.Set<ImportRow>().AsNoTracking().Where(row => row.Findings != "" || row.Mapping != null).AsAsyncEnumerable()
            .WithCancellation(stop))
            if (row.FindingsKept(db.Master).Any(finding => Named(finding, names))
                || row.MappingGiven(db.Master) is { } mapping && mapping.WordsSaid().Any(said => names(said.Word)))
                found.Add(row.Id);
        return [.. found];
    }

    public static async Task TakeOutAsync(AnswerableDb db, ImportId[] imports, Func<string, bool> names, CancellationToken stop)
    {
        var master = db.Master;
        foreach (var row in await db.Set<ImportRow>().Where(row => EF.Parameter(imports).Contains(row.Id)).ToListAsync(stop))
        {
            row.Found(master, [.. row.FindingsKept(master).Select(finding => Named(finding, names) ? Without(finding, names) : finding)]);
            if (row.MappingGiven(master) is { } mapping)
                row.ReadBy(master, mapping.WithoutWords(names));
        }
        foreach (var kept in await db.Set<KeptMappingRow>().ToListAsync(stop))
            if (kept.Given(master) is var mapping && mapping.WordsSaid().Any(said => names(said.Word)))
                kept.ReadBy(master, mapping.WithoutWords(names));
    }

    private static bool Named(Finding finding, Func<string, bool> names) =>
        names(finding.Title) || names(finding.Code) || finding.Samples.Any(sample => names(sample.Text));

    private static Finding Without(Finding finding, Func<string, bool> names) => finding with
    {
        Title = names(finding.Title) ? ErasedInImports.Instead : finding.Title,
        Code = names(finding.Code) ? ErasedInImports.Instead : finding.Code,
        Samples = [.. finding.Samples.Select(sample => names(sample.Text) ? sample with { Text = ErasedInImports.Instead } : sample)],
    };
}
