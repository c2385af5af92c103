using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>A server that closes lets go of what it had, and says so: the others take it over at once.</summary>
[Needs(Permission.AdministerSystem)]
internal sealed record LeaveNode(Guid Node) : IAct<Done>
{
    internal sealed class Handler : IHandle<LeaveNode, Done>
    {
        public async Task<Outcome<Done>> Handle(LeaveNode act, ActContext context, CancellationToken stop)
        {
            await context.Db.Set<LeaseRow>().Where(row => row.Node == act.Node).ExecuteDeleteAsync(stop);
            await context.Db.Set<NodeRow>().Where(row => row.Id == act.Node).ExecuteDeleteAsync(stop);
            context.Tell(Leases.Topic);
            return Done.It;
        }
    }
}
