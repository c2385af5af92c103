using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Planning;

/// <summary>Stops long work. What it had done so far is lost; what stood before stays.</summary>
[Needs(Permission.Plan)]
public sealed record StopRun(RunKey Key) : IAct<Done>
{
    internal sealed class Handler : IHandle<StopRun, Done>
    {
        public async Task<Outcome<Done>> Handle(StopRun act, ActContext context, CancellationToken stop)
        {
            var key = act.Key.Text;
            await Outbox.StopAsync(context, context.Db.Set<OutboxRow>().Where(row => row.Key == key), stop);
            return Done.It;
        }
    }
}
