using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Import;

/// <summary>
/// Carries imports brought by pages on, one after another, as their rows say; so a restart goes on with what was under way.
/// Files whose import is over go.
/// </summary>
internal sealed class ImportWorker(Importer importer, IDbContextFactory<AnswerableDb> databases, TimeProvider time, ILogger<ImportWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (await NextAsync(stoppingToken) is { } id)
                    await Task.Run(() => importer.RunAsync(id, stoppingToken), stoppingToken);
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

    private async Task<ImportId?> NextAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = db.Set<ImportRow>().AsNoTracking().Where(row => row.FileKey != null);
        var next = await rows.Where(row => row.State == ImportState.Running || row.State == ImportState.Checking || row.State == ImportState.Stopping)
            .OrderBy(row => row.BroughtAt).Select(row => (ImportId?)row.Id).FirstOrDefaultAsync(stop);
        if (next is null)
            foreach (var path in await rows.Where(row => row.State == ImportState.Discarded).OrderByDescending(row => row.BroughtAt).Take(50)
                .Select(row => row.Path).ToListAsync(stop))
                File.Delete(path);
        return next;
    }
}
