using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Takes a series out of the workbench, with the scenarios and rehearsals over it.</summary>
[Needs(Permission.Plan)]
public sealed record RemoveSeries(SeriesId Id) : IAct<Done>
{
    internal sealed class Handler(PlanningRuns runs) : IHandle<RemoveSeries, Done>
    {
        public async Task<Outcome<Done>> Handle(RemoveSeries act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.PlanningSeries.FindAsync([act.Id], stop) is not { } row)
                return PlanningRefusals.NoSuchSeries;
            foreach (var scenario in await context.Db.PlanningScenarios.Where(scenario => scenario.Series == act.Id).ToListAsync(stop))
            {
                context.Db.Remove(scenario);
                context.Happened(new ScenarioRemoved(scenario.Name), scenario.Id);
            }
            context.Db.RemoveRange(await context.Db.PlanningRehearsals.Where(rehearsal => rehearsal.Series == act.Id).ToListAsync(stop));
            context.Db.Remove(row);
            context.Happened(new SeriesRemoved(row.Name), row.Id);
            runs.StopAllOf(act.Id);
            return Done.It;
        }
    }
}
