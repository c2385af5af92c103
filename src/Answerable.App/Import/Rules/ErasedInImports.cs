using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// Imports keep the rows they rejected or repaired, and files that wait: where these name a customer who is erased, the rows are emptied and the
/// files put away. A file that is being read is let finish first.
/// </summary>
internal sealed class ErasedInImports(ImportFolder folder) : IEraseToo
{
    public const string Instead = "[erased]";

    // A file itself may be long in going: without its key it is noise already.
    public IReadOnlyList<string> Rewrites => [RemarkRow.Wrapped.Table, ImportRow.Wrapped.Table];

    public async Task<Outcome<Parting>> FindAsync(AnswerableDb db, Erased erased, CancellationToken stop)
    {
        if (erased.Reference is not { } reference)
            return new Parting((_, _) => Task.CompletedTask);
        var files = await FilesAsync(db, reference, stop);
        if (files.Any(row => row.State is ImportState.Running or ImportState.Stopping or ImportState.Checking))
            return new Refusal("customer.in-import", "An import under way names this customer: wait until it has ended, then erase.", "Reference");
        var remarks = await RemarksAsync(db, reference, stop);
        return new Parting(async (context, token) =>
        {
            foreach (var (import, number) in remarks)
            {
                var text = RemarkRow.Wrapped.Wrap(context.Db.Master, Instead, import.Value, number);
                await context.Db.Set<RemarkRow>().Where(row => row.Import == import && row.Number == number)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, text).SetProperty(row => row.Reason, Instead), token);
            }
            foreach (var file in files)
            {
                var gone = ImportRow.Wrapped.Wrap(context.Db.Master, ReadOnlySpan<byte>.Empty, file.Id.Value);
                await context.Db.Set<ImportRow>().Where(row => row.Id == file.Id && row.State == file.State)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Discarded).SetProperty(row => row.EndedAt, context.Now)
                        .SetProperty(row => row.FileKey, gone), token);
            }
        });
    }

    private static async Task<List<(ImportId, long)>> RemarksAsync(AnswerableDb db, string reference, CancellationToken stop)
    {
        var (master, named) = (db.Master, new List<(ImportId, long)>());
        await foreach (var row in db.Set<RemarkRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            if (row.Open(master) is var remark && (Names(remark.Text, reference) || Names(remark.Reason, reference)))
                named.Add((row.Import, row.Number));
        return named;
    }

    /// <summary>Files brought by a page that have not been brought in, and name the customer.</summary>
    private async Task<List<ImportRow>> FilesAsync(AnswerableDb db, string reference, CancellationToken stop)
    {
        ImportState[] over = [ImportState.Finished, ImportState.Discarded];
        var waiting = await db.Set<ImportRow>().AsNoTracking().Where(row => row.FileKey != null && !over.Contains(row.State)).ToListAsync(stop);
        return waiting.FindAll(row =>
        {
            var file = folder.Of(row);
            if (!file.Exists)
                return false;
            using var opened = file.Open();
            while (opened.Text.ReadLine() is { } line)
                if (Names(line, reference))
                    return true;
            return false;
        });
    }

    private static bool Names(string text, string reference) => text.Contains(reference, StringComparison.OrdinalIgnoreCase)
        || CustomerReference.Folded(text).Contains(CustomerReference.Folded(reference), StringComparison.Ordinal);
}
