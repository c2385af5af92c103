using System.CommandLine;

namespace Answerable.Web.Privacy;

internal sealed class PrivacyModule : IModule
{
    public IEnumerable<Entry> Entries =>
    [
        Entry.To<ErasurePage>("Comply", 10, "Erasure", "trash"),
        Entry.To<LooksPage>("Comply", 20, "Who looked", "search"),
    ];

    public void MapTo(WebApplication app) => app.MapLooks();

    public IEnumerable<Command> Verbs => [CustomerVerb.Create()];
}
