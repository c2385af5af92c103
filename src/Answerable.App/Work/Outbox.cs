using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>The outbox as acts and readings use it.</summary>
internal static class Outbox
{
    /// <summary>Told when there is something new in the outbox, so that nobody has to wait for a server's next look.</summary>
    public const string Topic = "work";

    /// <summary>Has work done once this act is committed, and only then: by whichever server is free, after a restart too.</summary>
    /// <param name="doing">What is being done then, in words for a page.</param>
    public static void Afterwards(this ActContext context, IWork work, string doing = "")
    {
        context.Db.Add(OutboxRow.Of(work, null, doing, context.Who, context.Now));
        context.Tell(Topic);
    }

    /// <summary>The same for work that is not to be under way twice: what has its key already goes on instead.</summary>
    public static async Task AfterwardsOnceAsync(this ActContext context, IWork work, string key, string doing, CancellationToken stop)
    {
        await AddOnceAsync(context.Db, OutboxRow.Of(work, key, doing, context.Who, context.Now), stop);
        context.Tell(Topic);
    }

    /// <summary>
    /// The same for work that has to begin after this act: what still waits serves, what is under way may have begun too early.
    /// </summary>
    public static async Task AfterwardsAnewAsync(this ActContext context, IWork work, string doing, CancellationToken stop)
    {
        var kind = WorkKind.NameOf(work.GetType());
        var waiting = await context.Db.Set<OutboxRow>().Where(row => row.Kind == kind && row.State == WorkState.Waiting).FirstOrDefaultAsync(stop);
        if (waiting is null)
            context.Db.Add(OutboxRow.Of(work, null, doing, context.Who, context.Now));
        else
            waiting.DueAt = context.Now;
        context.Tell(Topic);
    }

    /// <summary>What rests after it went wrong need not wait for its time: what stood in its way may stand there no more, or for good.</summary>
    public static async Task BringForwardAsync<TWork>(this ActContext context, CancellationToken stop) where TWork : IWork
    {
        var kind = WorkKind.NameOf(typeof(TWork));
        await context.Db.Set<OutboxRow>().Where(row => row.Kind == kind && row.State == WorkState.Waiting && row.DueAt > context.Now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, context.Now), stop);
        context.Tell(Topic);
    }

    /// <summary>Puts work in whose key is not in hand or waiting already; one that has ended makes room for it.</summary>
    private static async Task AddOnceAsync(AnswerableDb db, OutboxRow row, CancellationToken stop)
    {
        var known = await db.Set<OutboxRow>().AsNoTracking().SingleOrDefaultAsync(kept => kept.Key == row.Key, stop);
        if (known is { IsOpen: true })
            return;
        if (known is not null)
            await db.Set<OutboxRow>().Where(kept => kept.Id == known.Id).ExecuteDeleteAsync(stop);
        db.Add(row);
    }

    public static Task<OutboxRow?> FindAsync(AnswerableDb db, string key, CancellationToken stop) =>
        db.Set<OutboxRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, stop);

    /// <summary>Stops what is waiting at once, and what is running as soon as the server that has it in hand hears of it.</summary>
    public static async Task StopAsync(ActContext context, IQueryable<OutboxRow> rows, CancellationToken stop)
    {
        foreach (var row in await rows.Where(row => row.State == WorkState.Waiting || row.State == WorkState.Running).ToListAsync(stop))
            if (row.State == WorkState.Waiting)
                row.End(WorkState.Stopped, null, context.Now);
            else
                row.StopAsked = true;
        context.Tell(Topic);
    }
}
