using System.CommandLine;

namespace Answerable.Web.Demo;

internal sealed class DemoModule : IModule
{
    public IEnumerable<Command> Verbs => [DemoVerb.Create()];
}
