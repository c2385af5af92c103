using System.CommandLine;

namespace Answerable.Web.Journal;

internal sealed class JournalModule : IModule
{
    public IEnumerable<Command> Verbs => [JournalVerb.Create()];
}
