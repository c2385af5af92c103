using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>Does what is due in the outbox, one after another.</summary>
internal sealed class OutboxHand(
    ThisNode node, WorkKinds kinds, WorkDesk desk, Performance performance, Dispatcher dispatcher, IDbContextFactory<AnswerableDb> databases,
    TimeProvider time)
{
    /// <summary>As whom this server takes work in hand.</summary>
    public string Name { get; } = $"{node.Name}/{node.Id:N}";

    /// <summary>Does what is due on a track until nothing is.</summary>
    public async Task WorkAsync(Track track, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await DueAsync(track, stop))
        {
            var taken = await dispatcher.DoAsync(new TakeWork(Name, track, desk.All), Actor.System, stop);
            if (!taken.Allowed)
                return;
            if (taken.Value is not { } work)
                continue;
            var ending = await Task.Run(() => performance.OfAsync(work, Name, stop), CancellationToken.None);
            await dispatcher.DoAsync(ending, Actor.System, CancellationToken.None);
        }
    }

    /// <summary>Asked beside the writer first: most looks find nothing.</summary>
    private async Task<bool> DueAsync(Track track, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await TakeWork.Due(db.Set<OutboxRow>(), kinds.Of(track), desk.All, time.GetUtcNow()).AnyAsync(stop);
    }
}

/// <summary>Long work of the outbox, such as forecasts and rehearsals: one at a time, on whichever server.</summary>
internal sealed class LongWork(OutboxHand hand) : IRound
{
    public const string Called = "long-work";

    public string Name => Called;
    public TimeSpan Every { get; } = TimeSpan.FromSeconds(5);
    public string Topic => Outbox.Topic;

    public Task GoAsync(CancellationToken stop) => hand.WorkAsync(Track.Long, stop);
}
