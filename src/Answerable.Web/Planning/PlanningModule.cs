using System.CommandLine;
using Answerable.Model.People;

namespace Answerable.Web.Planning;

internal sealed class PlanningModule : IModule
{
    public IEnumerable<Entry> Entries => [new("Plan", 10, "Workbench", "/workbench", "adjustments", Permission.Plan, Worked: true)];

    public IEnumerable<Command> Verbs =>
        [StaffVerb.Create(), SteadyVerb.Create(), TransientVerb.Create(), CoverVerb.Create(), ForecastVerb.Create(), RosterVerb.Create()];

    public void MapTo(WebApplication app) => app.MapPlanning();
}
