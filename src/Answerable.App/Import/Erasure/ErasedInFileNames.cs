using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// What files are called, and where those of the command line lie: a name that holds an erased customer's reference goes, of whatever became of the
/// import; its ending stays. So does what a failure said of the file.
/// </summary>
internal static class ErasedInFileNames
{
    private const int LongestEnding = 10;

    /// <summary>Where a file of the command line lies; one of the page lies in the database, under a number.</summary>
    public static string PathOf(ImportRow row) => row.OfPage ? "" : row.Path;

    public static async Task<List<ImportRow>> FindAsync(AnswerableDb db, Func<string, bool> names, CancellationToken stop)
    {
        var rows = await db.Set<ImportRow>().AsNoTracking().ToListAsync(stop);
        return rows.FindAll(row => names(row.FileName) || names(PathOf(row)) || (row.Failure is { } failure && names(failure)));
    }

    public static async Task TakeOutAsync(AnswerableDb db, Func<string, bool> names, CancellationToken stop)
    {
        foreach (var row in await FindAsync(db, names, stop))
        {
            var name = names(row.FileName) ? Instead(row.FileName, names) : row.FileName;
            var path = names(PathOf(row)) ? Instead(row.Path, names) : row.Path;
            var failure = row.Failure is { } told && names(told) ? ErasedInImports.Instead : row.Failure;
            await db.Set<ImportRow>().Where(known => known.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.FileName, name)
                .SetProperty(known => known.Path, path).SetProperty(known => known.Failure, failure), stop);
        }
    }

    private static string Instead(string file, Func<string, bool> names) =>
        ErasedInImports.Instead + (Path.GetExtension(file) is { Length: <= LongestEnding } ending && !names(ending) ? ending : "");
}
