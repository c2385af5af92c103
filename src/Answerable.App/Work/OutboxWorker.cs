using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Work;

/// <summary>
/// Does what waits in the outbox: long work one at a time, short work beside it. It looks when it is told of something new, and of its own
/// every other second for what other servers have put in, left, or asked to stop.
/// </summary>
internal sealed class OutboxWorker(
    WorkKinds kinds, WorkDesk desk, Performance performance, Dispatcher dispatcher, Noticeboard noticeboard,
    IDbContextFactory<AnswerableDb> databases, TimeProvider time, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly Track[] Hands = [Track.Long, Track.Short, Track.Short];

    private readonly string _node = $"{Environment.MachineName}/{Environment.ProcessId}/{Ids.New():N}";
    private readonly SemaphoreSlim[] _bells = [.. Hands.Select(_ => new SemaphoreSlim(0, 1)), new SemaphoreSlim(0, 1)];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
    [
        ListenAsync(stoppingToken),
        RepeatAsync(_bells[^1], WatchAsync, stoppingToken),
        .. Hands.Select((track, place) => RepeatAsync(_bells[place], stop => WorkAsync(track, stop), stoppingToken)),
    ]);

    public override void Dispose()
    {
        base.Dispose();
        foreach (var bell in _bells)
            bell.Dispose();
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var _ in noticeboard.Listen([Outbox.Topic], stop))
                foreach (var bell in _bells.Where(bell => bell.CurrentCount == 0))
                    bell.Release();
        }
        catch (OperationCanceledException)
        {
            log.LogDebug("Nobody listens for new work any more: the server stops.");
        }
    }

    private async Task RepeatAsync(SemaphoreSlim bell, Func<CancellationToken, Task> look, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            try
            {
                // The pause begins before the look: what falls due while it looks ends it.
                using var pause = new CancellationTokenSource(Pause, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, stop);
                await look(stop);
                await bell.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                log.LogError(broken, "The outbox could not be looked through; it is tried again.");
                await Task.Delay(Pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    /// <summary>Does what is due on a track, one after another, until nothing is.</summary>
    private async Task WorkAsync(Track track, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await DueAsync(track, stop))
        {
            var taken = await dispatcher.DoAsync(new TakeWork(_node, track, desk.All), Actor.System, stop);
            if (!taken.Allowed)
                return;
            var ending = await Task.Run(() => performance.OfAsync(taken.Value, _node, stop), CancellationToken.None);
            await dispatcher.DoAsync(ending, Actor.System, CancellationToken.None);
        }
    }

    /// <summary>Asked beside the writer first: most looks find nothing.</summary>
    private async Task<bool> DueAsync(Track track, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await TakeWork.Due(db.Set<OutboxRow>(), kinds.Of(track), desk.All, time.GetUtcNow()).AnyAsync(stop);
    }

    /// <summary>Says what this server still has in hand, and stops what it was asked to.</summary>
    private async Task WatchAsync(CancellationToken stop)
    {
        if (desk.All.Count == 0)
            return;
        await dispatcher.DoAsync(new KeepWork(_node), Actor.System, stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        foreach (var id in await db.Set<OutboxRow>().Where(row => row.Node == _node && row.StopAsked).Select(row => row.Id).ToListAsync(stop))
            desk.Find(id)?.Stop();
    }
}
