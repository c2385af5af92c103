using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Import;

/// <summary>
/// Carries imports brought by pages on, one after another, as their rows say; so a restart goes on with what was under way. So it does those that a
/// command had in hand, where somebody asks for it. Files that pages brought go when their import is over.
/// </summary>
internal sealed class ImportWorker(Importer importer, IDbContextFactory<AnswerableDb> databases, TimeProvider time, ILogger<ImportWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>For so long another server, whose folder holds the file, may still come to it.</summary>
    private static readonly TimeSpan Search = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (await NextAsync(stoppingToken) is { } id)
                    await RunAsync(id, stoppingToken);
                else
                    await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                log.LogError(broken, "An import could not go on; it is tried again.");
                await Task.Delay(Pause * 10, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    private async Task RunAsync(ImportId id, CancellationToken stop)
    {
        try
        {
            await Task.Run(() => importer.RunAsync(id, stop), stop);
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
        var next = waiting.Find(row => File.Exists(row.Path) || (row.StartedAt ?? row.BroughtAt) < time.GetUtcNow() - Search)?.Id;
        if (waiting.Count == 0)
            foreach (var path in await rows.Where(row => row.State == ImportState.Discarded && row.FileKey != null)
                .OrderByDescending(row => row.BroughtAt).Take(50).Select(row => row.Path).ToListAsync(stop))
                File.Delete(path);
        return next;
    }
}
