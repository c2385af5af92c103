using System.CommandLine;

namespace Answerable.Web.Privacy;

internal sealed class PrivacyModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<ErasurePage>("Comply", 10, "Erasure", "trash")];

    public IEnumerable<Command> Verbs => [CustomerVerb.Create()];
}
