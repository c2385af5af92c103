using System.Collections.Concurrent;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Work;

/// <summary>Says that a round was gone, or failed.</summary>
[Needs(Permission.AdministerSystem), InBulk]
internal sealed record NoteRound(string Name, TimeSpan Every, string? Fault) : IAct<Done>
{
    internal sealed class Handler : IHandle<NoteRound, Done>
    {
        public async Task<Outcome<Done>> Handle(NoteRound act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<RoundRow>().FindAsync([act.Name], stop) is not { } row)
                context.Db.Add(row = new RoundRow { Name = act.Name });
            row.EverySeconds = (int)act.Every.TotalSeconds;
            if (act.Fault is null)
                row.RanAt = context.Now;
            else
                (row.FailedAt, row.Fault) = (context.Now, act.Fault);
            return Done.It;
        }
    }
}

/// <summary>Has rounds noted: each fault, and what goes well once every few minutes, for some come every other second.</summary>
internal sealed class RoundNotes(Dispatcher dispatcher, TimeProvider time)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _wentWell = new();

    public async Task NoteAsync(IRound round, Exception? broken, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (broken is null && _wentWell.TryGetValue(round.Name, out var last) && now - last < Often)
            return;
        await dispatcher.DoAsync(new NoteRound(round.Name, round.Every, broken?.GetBaseException().GetType().Name), Actor.System, stop);
        if (broken is null)
            _wentWell[round.Name] = now;
        else
            _wentWell.TryRemove(round.Name, out _);
    }
}
