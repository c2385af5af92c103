using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>Says that a round was gone, failed, or is under way still; and takes away what is said of rounds that nobody goes any more.</summary>
[Needs(Permission.AdministerSystem), InBulk]
internal sealed record NoteRound(string Name, TimeSpan Every, string? Fault = null) : IAct<Done>
{
    /// <summary>Since when it is under way; null where it has ended.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>The rounds there are. Another that is late is of a version before, which is at work no more.</summary>
    public IReadOnlyList<string>? Known { get; init; }

    internal sealed class Handler : IHandle<NoteRound, Done>
    {
        public async Task<Outcome<Done>> Handle(NoteRound act, ActContext context, CancellationToken stop)
        {
            var rows = await context.Db.Set<RoundRow>().ToDictionaryAsync(row => row.Name, stop);
            if (!rows.TryGetValue(act.Name, out var row))
                context.Db.Add(row = new RoundRow { Name = act.Name });
            (row.EverySeconds, row.BegunAt) = ((int)act.Every.TotalSeconds, act.Begun);
            if (act.Fault is null)
                row.RanAt = context.Now;
            else
                (row.FailedAt, row.Fault) = (context.Now, act.Fault);
            if (act.Known is { } known)
                context.Db.RemoveRange(rows.Values.Where(other => other != row && !known.Contains(other.Name) && other.IsLate(context.Now)));
            return Done.It;
        }
    }
}
