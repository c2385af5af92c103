using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// Carries imports brought by pages on, one after another, as their rows say; so a restart goes on with what was under way. So it does those that a
/// command had in hand, where somebody asks for it. Files that pages brought go when their import is over.
/// </summary>
internal sealed class ImportRound(Importer importer, ImportFolder folder, IDbContextFactory<AnswerableDb> databases, TimeProvider time) : IRound
{
    /// <summary>Told whenever something was done to an import.</summary>
    public const string Told = "imports";

    /// <summary>For so long another server, whose folder holds the file, may still come to it.</summary>
    private static readonly TimeSpan Search = TimeSpan.FromMinutes(10);

    public string Name => Told;
    public TimeSpan Every { get; } = TimeSpan.FromSeconds(5);
    public string Topic => Told;

    public async Task GoAsync(CancellationToken stop)
    {
        while (await NextAsync(stop) is { } id)
            await RunAsync(id, stop);
        await folder.TidyAsync(stop);
    }

    private async Task RunAsync(ImportId id, CancellationToken stop)
    {
        try
        {
            await importer.RunAsync(id, stop);
        }
        finally
        {
            if (stop.IsCancellationRequested)
                await importer.LayAsync(id);
        }
    }

    /// <summary>One whose file lies here, or that none has been found for in a while: it is then said to be gone.</summary>
    private async Task<ImportId?> NextAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = db.Set<ImportRow>().AsNoTracking().Where(row => row.FileKey != null || row.ByServer);
        var waiting = await importer.Free(rows)
            .Where(row => row.State == ImportState.Running || row.State == ImportState.Checking || row.State == ImportState.Stopping)
            .OrderBy(row => row.BroughtAt).Take(50).ToListAsync(stop);
        var next = waiting.Find(row => folder.Of(row).Exists || (row.StartedAt ?? row.BroughtAt) < time.GetUtcNow() - Search)?.Id;
        if (waiting.Count == 0)
            foreach (var path in await rows.Where(row => row.State == ImportState.Discarded && row.FileKey != null && !row.Path.StartsWith("db:"))
                .OrderByDescending(row => row.BroughtAt).Take(50).Select(row => row.Path).ToListAsync(stop))
                File.Delete(path);
        return next;
    }
}
