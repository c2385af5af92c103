using Answerable.Model.People;
using System.CommandLine;

namespace Answerable.Web.Measures;

internal sealed class MeasuresModule : IModule
{
    public IEnumerable<Entry> Entries =>
    [
        new("Monitor", 10, "Measures", "/measures", "chart-bar", Permission.ReadMeasures),
        new("Monitor", 20, "Agents", "/agents", "users", Permission.ReadMeasures),
        new("Monitor", 30, "Contacts", "/contacts", "list-check", Permission.ReadContacts),
    ];

    public IEnumerable<HomePart> OnHome => [new(typeof(HomeFigures), Beside: false, 10, who => who.May(Permission.ReadMeasures))];

    public IEnumerable<Command> Verbs => [KpiVerb.Create(), MeasuresVerb.Create()];

    public void MapTo(WebApplication app) => app.MapMeasures();
}
