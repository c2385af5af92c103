using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Work;

/// <summary>
/// Does the short work that waits in the outbox. It looks when it is told of something new, and of its own every other second for what has fallen
/// due, what other servers have left, and what they asked to stop.
/// </summary>
internal sealed class OutboxWorker(
    OutboxHand hand, WorkDesk desk, Dispatcher dispatcher, Noticeboard noticeboard, IDbContextFactory<AnswerableDb> databases, TimeProvider time,
    DatabaseDoor door, Instruments instruments, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>No oftener than whoever watches looks.</summary>
    private static readonly TimeSpan Counting = TimeSpan.FromSeconds(15);
    private const int Hands = 2;

    private readonly SemaphoreSlim[] _bells = [.. Enumerable.Range(0, Hands + 1).Select(_ => new SemaphoreSlim(0, 1))];
    private readonly SemaphoreSlim _unrung = new(0, 1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
    [
        ListenAsync(stoppingToken),
        RepeatAsync(_bells[^1], Pause, WatchAsync, stoppingToken),
        // Beside the others: however long it takes, what this server has in hand stays its own.
        RepeatAsync(_unrung, Counting, CountAsync, stoppingToken),
        .. _bells.Take(Hands).Select(bell => RepeatAsync(bell, Pause, stop => hand.WorkAsync(Track.Short, stop), stoppingToken)),
    ]);

    public override void Dispose()
    {
        base.Dispose();
        _unrung.Dispose();
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

    private async Task RepeatAsync(SemaphoreSlim bell, TimeSpan every, Func<CancellationToken, Task> look, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            try
            {
                // The pause begins before the look: what falls due while it looks ends it.
                using var pause = new CancellationTokenSource(every, time);
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
                door.Report(log, broken, "The outbox could not be looked through; it is tried again.");
                await Task.Delay(Pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    /// <summary>Says what this server still has in hand, and stops what it was asked to, and what another has taken over meanwhile.</summary>
    private async Task WatchAsync(CancellationToken stop)
    {
        var hands = desk.Hands;
        if (hands.Count == 0)
            return;
        await dispatcher.DoAsync(new KeepWork(hand.Name), Actor.System, stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var own = await db.Set<OutboxRow>().Where(row => row.Node == hand.Name && row.State == WorkState.Running)
            .Select(row => new { row.Id, row.Attempts, row.StopAsked }).ToListAsync(stop);
        foreach (var held in hands.Where(held => !own.Exists(row => row.Id == held.Id && row.Attempts == held.Attempt && !row.StopAsked)))
            held.Stop();
    }

    private async Task CountAsync(CancellationToken stop)
    {
        if (!instruments.OutboxWanted)
            return;
        await using var db = await databases.CreateDbContextAsync(stop);
        foreach (var state in new[] { WorkState.Waiting, WorkState.Failed })
            instruments.Outbox(state == WorkState.Waiting ? "waiting" : "given_up",
                await db.Set<OutboxRow>().CountAsync(row => row.State == state, stop));
    }
}
