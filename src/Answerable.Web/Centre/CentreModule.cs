using System.CommandLine;
using Answerable.Model.People;

namespace Answerable.Web.Centre;

internal sealed class CentreModule : IModule
{
    public IEnumerable<Entry> Entries => [new("Administer", 5, "Centre", "/centre", "building", Permission.AdministerSystem)];

    public IEnumerable<Command> Verbs => [CentreVerb.Create()];

    public void MapTo(WebApplication app) => app.MapCentre();
}
