using System.CommandLine;

namespace Answerable.Web.Centre;

internal sealed class CentreModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<CentrePage>("Administer", 5, "Centre", "building")];

    public IEnumerable<Command> Verbs => [CentreVerb.Create()];

    public void MapTo(WebApplication app) => app.MapCentre();
}
