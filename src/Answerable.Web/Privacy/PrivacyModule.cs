using System.CommandLine;
using Answerable.Model.People;

namespace Answerable.Web.Privacy;

internal sealed class PrivacyModule : IModule
{
    public IEnumerable<Entry> Entries => [new("Comply", 10, "Erasure", "/customers/erasure", "trash", Permission.EraseCustomers)];

    public IEnumerable<Command> Verbs => [CustomerVerb.Create()];
}
