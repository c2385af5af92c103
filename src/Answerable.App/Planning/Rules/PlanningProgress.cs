using Answerable.App.Work;
using Answerable.Simulation.Replications;

namespace Answerable.App.Planning;

/// <summary>How far a study has come, told to whoever looks at the work.</summary>
internal sealed class PlanningProgress(WorkInHand hand) : IProgress<Progress>
{
    public void Report(Progress value) => hand.Report(value.Done, value.Wanted);
}
