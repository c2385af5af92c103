using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>A server says that it still has in hand what it took.</summary>
[Needs(Permission.AdministerSystem)]
internal sealed record KeepWork(string Node) : IAct<int>
{
    internal sealed class Handler : IHandle<KeepWork, int>
    {
        public async Task<Outcome<int>> Handle(KeepWork act, ActContext context, CancellationToken stop)
        {
            var until = context.Now + TakeWork.Lease;
            return await context.Db.Set<OutboxRow>().Where(row => row.Node == act.Node && row.State == WorkState.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until), stop);
        }
    }
}
