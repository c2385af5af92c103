using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>A server takes in hand what is due longest, or what another has had in hand and says nothing of any more.</summary>
/// <remarks>None is taken where what was due longest comes to its end instead; the next may be due all the same.</remarks>
/// <param name="InHand">What the server has in hand already.</param>
[Needs(Permission.AdministerSystem)]
internal sealed record TakeWork(string Node, Track Track, IReadOnlyList<WorkId> InHand) : IAct<TakeWork.Taken?>
{
    /// <summary>So long a server that has said nothing is believed to be at work.</summary>
    public static readonly TimeSpan Lease = BeatNode.Lease;

    public static readonly Refusal Nothing = new("work.nothing", "Nothing is due.");

    internal sealed record Taken(WorkId Id, string Kind, string Body, Actor Who, int Attempts);

    internal sealed class Handler(WorkKinds kinds, Instruments instruments) : IHandle<TakeWork, Taken?>
    {
        public async Task<Outcome<Taken?>> Handle(TakeWork act, ActContext context, CancellationToken stop)
        {
            var row = await Due(context.Db.Set<OutboxRow>(), kinds.Of(act.Track), act.InHand, context.Now).OrderBy(row => row.DueAt)
                .FirstOrDefaultAsync(stop);
            if (row is null)
                return Nothing;
            if (!row.StopAsked && row.Attempts < kinds[row.Kind].MostAttempts)
                return Take(row, act.Node, context.Now);
            if (row.StopAsked)
                row.End(WorkState.Stopped, null, context.Now);
            else
                row.End(WorkState.Failed, $"It was begun {row.Attempts} times, and each time the server went down before its end.", context.Now);
            return (Taken?)null;
        }

        private Taken Take(OutboxRow row, string node, DateTimeOffset now)
        {
            if (row.State == WorkState.Running)
                instruments.TookOver();
            (row.State, row.Node, row.LeaseUntil, row.Attempts) = (WorkState.Running, node, now + Lease, row.Attempts + 1);
            return new Taken(row.Id, row.Kind, row.Body, row.Asked(), row.Attempts);
        }
    }

    public static IQueryable<OutboxRow> Due(IQueryable<OutboxRow> rows, string[] kinds, IReadOnlyList<WorkId> inHand, DateTimeOffset now) => rows
        .Where(row => EF.Parameter(kinds).Contains(row.Kind) && !EF.Parameter(inHand.ToArray()).Contains(row.Id))
        .Where(row => (row.State == WorkState.Waiting && row.DueAt <= now) || (row.State == WorkState.Running && row.LeaseUntil < now));
}
