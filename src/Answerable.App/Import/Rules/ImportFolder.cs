using Answerable.App.Storage;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// Where files brought by a page wait, enciphered, until their import has ended: in the database. What an earlier version put into a folder beside
/// it is gone on with from there, by the server that has that folder.
/// </summary>
public sealed class ImportFolder
{
    private const string InDatabase = "db:";

    /// <summary>So much goes at once without the desks waiting for it.</summary>
    private const int PiecesAtOnce = 16;

    /// <summary>An upload that nobody has heard of for so long broke off.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly Writer _writer;
    private readonly MasterKey _master;
    private readonly TimeProvider _time;

    internal ImportFolder(IDbContextFactory<AnswerableDb> databases, Writer writer, MasterKey master, TimeProvider time) =>
        (_databases, _writer, _master, _time) = (databases, writer, master, time);

    internal MasterKey Master => _master;

    /// <summary>Keeps a file while it comes in; null where it is larger than the limit.</summary>
    public async Task<KeptFile?> KeepAsync(Stream from, string name, long limit, CancellationToken stop)
    {
        var (id, key) = (Ids.New(), ImportFile.NewKey());
        try
        {
            await using var pieces = new PiecesWritten(_writer, _time, id);
            if (await ImportFile.KeepAsync(from, pieces, key, limit, stop) is var (hash, length))
            {
                await pieces.FinishAsync(stop);
                return new KeptFile(Path.GetFileName(name), hash, length, InDatabase + id.ToString("N"), key);
            }
        }
        catch (Exception)
        {
            await ForgetAsync(id, CancellationToken.None);
            throw;
        }
        await ForgetAsync(id, CancellationToken.None);
        return null;
    }

    /// <summary>Lets go of a file.</summary>
    public async Task ForgetAsync(string path, CancellationToken stop)
    {
        if (Id(path) is { } id)
            await ForgetAsync(id, stop);
        else
            File.Delete(path);
    }

    internal ImportFile Of(ImportRow row) => Of(row.Path, row.FileKey is null ? null : ImportRow.Wrapped.Open(_master, row.FileKey, row.Id.Value),
        row.Doubt is null ? null : ImportRow.WrappedDoubt.Open(_master, row.Doubt, row.Id.Value));

    internal ImportFile Of(string path, byte[]? key, string? doubt = null) => Id(path) is not { } id
        ? ImportFile.OnDisk(path, key, doubt)
        : new ImportFile(() => new PiecesRead(_databases, id), () => IsThere(id), key, doubt);

    /// <summary>Lets go of what no import waits for any more, and of uploads that broke off.</summary>
    internal async Task TidyAsync(CancellationToken stop)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        var files = await db.Set<PieceRow>().Where(piece => piece.Number == 0).Select(piece => new { piece.File, piece.At }).ToListAsync(stop);
        foreach (var file in files)
        {
            var path = InDatabase + file.File.ToString("N");
            var row = await db.Set<ImportRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Path == path, stop);
            if (row is { State: ImportState.Finished or ImportState.Failed or ImportState.Discarded }
                || (row is null && file.At < _time.GetUtcNow() - Longest))
                await ForgetAsync(file.File, stop);
        }
    }

    private bool IsThere(Guid file)
    {
        using var db = _databases.CreateDbContext();
        return db.Set<PieceRow>().Any(piece => piece.File == file && piece.Number == 0);
    }

    /// <summary>From its end, so that what is left is still known by its beginning.</summary>
    private async Task ForgetAsync(Guid file, CancellationToken stop)
    {
        var gone = 1;
        while (gone > 0)
            await _writer.AppendAsync([], async (db, _) =>
            {
                var last = await db.Set<PieceRow>().Where(piece => piece.File == file).MaxAsync(piece => (int?)piece.Number, stop) ?? 0;
                gone = await db.Set<PieceRow>().Where(piece => piece.File == file && piece.Number > last - PiecesAtOnce)
                    .ExecuteDeleteAsync(stop);
            }, [], stop);
    }

    private static Guid? Id(string path) => path.StartsWith(InDatabase, StringComparison.Ordinal) ? Guid.Parse(path[InDatabase.Length..]) : null;
}

/// <summary>A file that waits to be imported.</summary>
public sealed record KeptFile(string Name, [ToTheLetter] string Hash, long Length, [ToTheLetter] string Path, byte[] Key);
