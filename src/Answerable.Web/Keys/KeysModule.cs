using System.CommandLine;
using Answerable.Model.People;

namespace Answerable.Web.Keys;

internal sealed class KeysModule : IModule
{
    public IEnumerable<Entry> Entries => [new("Administer", 10, "Keys", "/keys", "key", Permission.AdministerSystem)];

    public IEnumerable<Command> Verbs => [KeyVerb.Create()];

    public void MapTo(WebApplication app) => app.MapKeys();
}
