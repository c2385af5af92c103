using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Planning;

/// <summary>Stops long work. What it had done so far is lost; what stood before stays.</summary>
[Needs(Permission.Plan)]
public sealed record StopRun(RunKey Key) : IAct<Done>
{
    internal sealed class Handler(PlanningRuns runs) : IHandle<StopRun, Done>
    {
        public Task<Outcome<Done>> Handle(StopRun act, ActContext context, CancellationToken stop)
        {
            runs.Stop(act.Key);
            return Task.FromResult<Outcome<Done>>(Done.It);
        }
    }
}
