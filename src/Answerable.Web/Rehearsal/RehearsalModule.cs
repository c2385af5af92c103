using System.CommandLine;

namespace Answerable.Web.Rehearsal;

internal sealed class RehearsalModule : IModule
{
    public IEnumerable<Command> Verbs => [SimulateVerb.Create(), RehearseVerb.Create()];
}
