using System.CommandLine;

namespace Answerable.Web.Keys;

internal sealed class KeysModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<KeysPage>("Administer", 10, "Keys", "key")];

    public IEnumerable<Command> Verbs => [KeyVerb.Create()];

    public void MapTo(WebApplication app) => app.MapKeys();
}
