using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>Says how work in hand ended: done, failed with the reason, stopped, or waiting again until it is due.</summary>
[Needs(Permission.AdministerSystem)]
internal sealed record EndWork(WorkId Id, string Node, WorkState State, string? Reason = null) : IAct<Done>
{
    /// <summary>When it is begun again, where it did not come to its end. One handed back unfinished, for the server closes, is due at
    /// once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Which attempt it was: one that was lost has no say, though the same server has it in hand again.</summary>
    public int? Attempt { get; init; }

    internal sealed class Handler : IHandle<EndWork, Done>
    {
        public async Task<Outcome<Done>> Handle(EndWork act, ActContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<OutboxRow>()
                .SingleOrDefaultAsync(row => row.Id == act.Id && row.Node == act.Node && row.State == WorkState.Running, stop);
            if (row is null || (act.Attempt is { } attempt && attempt != row.Attempts))
                return KeepWork.NotYours;
            if (act.State != WorkState.Waiting)
                row.End(act.State, act.Reason, context.Now);
            else if (row.StopAsked)
                row.End(WorkState.Stopped, null, context.Now);
            else
                WaitAgain(row, act, context.Now);
            return Done.It;
        }

        private static void WaitAgain(OutboxRow row, EndWork act, DateTimeOffset now)
        {
            (row.State, row.Node, row.LeaseUntil, row.Reason) = (WorkState.Waiting, null, null, act.Reason);
            row.DueAt = act.Due ?? now;
            if (act.Due is null)
                row.Attempts--;
        }
    }
}
