using System.CommandLine;

namespace Answerable.Web.Planning;

internal sealed class PlanningModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<WorkbenchPage>("Plan", 10, "Workbench", "adjustments", worked: true)];

    public IEnumerable<Command> Verbs =>
        [StaffVerb.Create(), SteadyVerb.Create(), TransientVerb.Create(), CoverVerb.Create(), ForecastVerb.Create(), RosterVerb.Create()];

    public void MapTo(WebApplication app) => app.MapPlanning();
}
