using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>A server says that it still has in hand what it took; or, before it does what cannot be undone, one piece of it.</summary>
/// <param name="Only">The one piece, and which attempt at it this is: refused where another has taken it over meanwhile.</param>
[Needs(Permission.AdministerSystem)]
internal sealed record KeepWork(string Node, (WorkId Id, int Attempt)? Only = null) : IAct<int>
{
    public static readonly Refusal NotYours = new("work.not-yours", "Another server has taken this over, or it was removed.");

    internal sealed class Handler : IHandle<KeepWork, int>
    {
        public async Task<Outcome<int>> Handle(KeepWork act, ActContext context, CancellationToken stop)
        {
            var until = context.Now + TakeWork.Lease;
            var rows = context.Db.Set<OutboxRow>().Where(row => row.Node == act.Node && row.State == WorkState.Running);
            if (act.Only is var (id, attempt))
                rows = rows.Where(row => row.Id == id && row.Attempts == attempt);
            var kept = await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until), stop);
            return kept == 0 && act.Only is not null ? NotYours : kept;
        }
    }
}
