using Answerable.App.Acts;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// Imports keep the rows they rejected or repaired, what they found of others, words said of columns, what files are called, and files that wait:
/// where these name a customer who is erased, the rows are emptied, the words and names taken out and the files put away; their pages say why. A
/// file of the command line's stays with its user, who is told where it lies: its import is put away, and is gone on with by nobody. A file that
/// is being read is let finish first.
/// </summary>
internal sealed class ErasedInImports(ImportFolder folder, TimeProvider time) : IEraseToo
{
    public const string Instead = "[erased]";
    private const string Why = "A customer whom it names was erased.";

    /// <summary>With what may stand within it and is not seen.</summary>
    private const int LongestReference = 1000;

    // A file itself may be long in going: without its key it is noise already.
    public IReadOnlyList<string> Rewrites => [RemarkRow.Wrapped.Table, ImportRow.Wrapped.Table, KeptMappingRow.Wrapped.Table];

    public async Task<Outcome<Parting>> FindAsync(AnswerableDb db, Erased erased, CancellationToken stop)
    {
        if (erased.Reference is not { } reference)
            return new Parting((_, _) => Task.CompletedTask);
        var files = await FilesAsync(db, reference, stop);
        var called = await ErasedInFileNames.FindAsync(db, text => Names(text, reference), stop);
        if (files.Select(file => file.Row).Concat(called).Any(row => row.StateAt(time.GetUtcNow())
            is ImportState.Running or ImportState.Stopping or ImportState.Checking))
            return new Refusal("customer.in-import", "An import under way names this customer: wait until it has ended, then erase.", "Reference");
        var remarks = await RemarksAsync(db, reference, stop);
        var worded = await ErasedInWords.FindAsync(db, text => Names(text, reference), stop);
        return new Parting(async (context, token) =>
        {
            foreach (var (import, number) in remarks)
            {
                var text = RemarkRow.Wrapped.Wrap(context.Db.Master, Instead, import.Value, number);
                var reason = RemarkRow.WrappedReason.Wrap(context.Db.Master, Instead, import.Value, number);
                await context.Db.Set<RemarkRow>().Where(row => row.Import == import && row.Number == number)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, text).SetProperty(row => row.Reason, reason), token);
            }
            foreach (var (file, left) in files)
                if (await context.Db.Set<ImportRow>().SingleOrDefaultAsync(row => row.Id == file.Id && row.State == file.State, token) is { } row
                    && row.StateAt(context.Now) == file.StateAt(context.Now))
                    PutAway(row, left, context);
            await ErasedInWords.TakeOutAsync(context.Db, worded, text => Names(text, reference), token);
            await context.Db.SaveChangesAsync(token);
            await ErasedInFileNames.TakeOutAsync(context.Db, text => Names(text, reference), token);
        })
        {
            Files = files.ConvertAll(file => new FilePutAway(
                file.Row.Id, file.Row.FileName, file.Row.IsUntouched ? 0 : file.Row.Position, file.Left,
                file.Row.OfPage ? null : CardMask.Apply(file.Row.Path))),
        };
    }

    private static void PutAway(ImportRow row, long? left, ActContext context)
    {
        if (row.IsUntouched)
            ImportRows.StartOver(context, row);
        row.PutAway(context.Now);
        if (row.OfPage)
            row.FileKey = ImportRow.Wrapped.Wrap(context.Db.Master, ReadOnlySpan<byte>.Empty, row.Id.Value);
        (row.PutAwayWhy, row.PutAwayBy, row.RowsLeft) = (Why, context.Who.Name, left);
        context.Tell($"import:{row.Id}");
    }

    private static async Task<List<(ImportId, long)>> RemarksAsync(AnswerableDb db, string reference, CancellationToken stop)
    {
        var (master, named) = (db.Master, new List<(ImportId, long)>());
        await foreach (var row in db.Set<RemarkRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            if (row.Open(master) is var remark && (Names(remark.Text, reference) || Names(remark.Reason, reference)))
                named.Add((row.Import, row.Number));
        return named;
    }

    /// <summary>Files that have not been brought in and name the customer, those of the command line by where they lie too; how many of
    /// their rows are left. One of the command line's is looked into where it lies: on another machine nobody here goes on with it
    /// either.</summary>
    private async Task<List<(ImportRow Row, long? Left)>> FilesAsync(AnswerableDb db, string reference, CancellationToken stop)
    {
        ImportState[] over = [ImportState.Finished, ImportState.Discarded];
        var waiting = await db.Set<ImportRow>().AsNoTracking()
            .Where(row => !over.Contains(row.State) && (row.FileKey != null || row.State != ImportState.Failed)).ToListAsync(stop);
        return [.. waiting.Select(row => (Row: row, File: folder.Of(row)))
            .Where(waits => waits.File.Exists && (waits.Row.OfPage || CanBeRead(waits.Row.Path)))
            .Where(waits => Names(ErasedInFileNames.PathOf(waits.Row), reference)
                || Readings(waits.Row, waits.File, stop).Any(encoding => Names(waits.File, encoding, reference, stop)))
            .Select(waits => (waits.Row, Left(waits.Row, waits.File, stop)))];
    }

    private static bool CanBeRead(string path)
    {
        try
        {
            using var opened = File.OpenRead(path);
            return true;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A stopped one is gone through once more; nothing where nobody has said how it falls into rows.</summary>
    private long? Left(ImportRow row, ImportFile file, CancellationToken stop)
    {
        if (row.IsUntouched && row.State is ImportState.Ready)
            return row.Position;
        if (row.FindProfile(folder.Master) is not { Allowed: true, Value: var profile } || file.Misfit(profile) is not null)
            return null;
        using var opened = file.Open(profile.Encoding);
        var rows = 0L;
        foreach (var _ in profile.Format.Read(opened.Text))
        {
            stop.ThrowIfCancellationRequested();
            rows++;
        }
        return rows - (row.IsUntouched ? 0 : row.Position);
    }

    /// <summary>In what characters the file may come to be read. Where its bytes are no UTF-8 somebody may choose any of those offered, until it is
    /// started.</summary>
    private IEnumerable<string> Readings(ImportRow row, ImportFile file, CancellationToken stop)
    {
        var offered = file.Amiss(stop) is null ? [] : Characters.Offered.Select(known => known.Name);
        return new[] { row.MappingGiven(folder.Master)?.Encoding, file.Shown() }.OfType<string>().Concat(offered).Distinct();
    }

    /// <summary>A file may be one line: it is gone through in pieces, each with the end of the one before.</summary>
    private static bool Names(ImportFile file, string encoding, string reference, CancellationToken stop)
    {
        using var opened = file.Open(encoding);
        var (piece, before) = (new char[1 << 16], "");
        for (var read = opened.Text.ReadBlock(piece); read > 0; read = opened.Text.ReadBlock(piece))
        {
            stop.ThrowIfCancellationRequested();
            var lines = string.Concat(before, piece.AsSpan(0, read)).Split(['\n', '\r']);
            if (lines.Any(line => Names(line, reference)))
                return true;
            before = lines[^1].Length > LongestReference ? lines[^1][^LongestReference..] : lines[^1];
        }
        return false;
    }

    private static bool Names(string text, string reference) => text.Contains(reference, StringComparison.OrdinalIgnoreCase)
        || CustomerReference.Folded(text).Contains(CustomerReference.Folded(reference), StringComparison.Ordinal);
}
