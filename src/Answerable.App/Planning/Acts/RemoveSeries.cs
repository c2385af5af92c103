using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>
/// Takes a series out of the workbench, with the scenarios and rehearsals over it. Where any of it is somebody else's, only those do who may.
/// </summary>
[Needs(Permission.Plan)]
public sealed record RemoveSeries(SeriesId Id) : IAct<Done>
{
    internal sealed class Handler : IHandle<RemoveSeries, Done>
    {
        public async Task<Outcome<Done>> Handle(RemoveSeries act, ActContext context, CancellationToken stop)
        {
            var series = context.Db.Set<SeriesRow>().Where(row => row.Id == act.Id);
            if (await series.Select(row => new { row.Name, row.LoadedBy }).SingleOrDefaultAsync(stop) is not { } known)
                return PlanningRefusals.NoSuchSeries;
            var scenarios = await context.Db.Set<ScenarioRow>().Where(scenario => scenario.Series == act.Id).ToListAsync(stop);
            if (await PutThere.ByOtherAsync(context.Who, context.Db, [act.Id.Value], stop))
                return PlanningRefusals.OfAnother(known.Name, known.LoadedBy);
            foreach (var scenario in scenarios)
                if (await PutThere.ByOtherAsync(context.Who, context.Db, [scenario.Id.Value], stop))
                    return PlanningRefusals.OfAnother(scenario.Name, scenario.SavedBy);
            foreach (var scenario in scenarios)
            {
                context.Db.Remove(scenario);
                context.Happened(new ScenarioRemoved(scenario.Name), scenario.Id);
            }
            // Before their series, which they may not outlive.
            await context.Db.SaveChangesAsync(stop);
            await context.Db.Set<RehearsalRow>().Where(rehearsal => rehearsal.Series == act.Id).ExecuteDeleteAsync(stop);
            await series.ExecuteDeleteAsync(stop);
            context.Happened(new SeriesRemoved(known.Name), act.Id);
            var runs = RunKey.AllOf(act.Id);
            await Outbox.StopAsync(context, context.Db.Set<OutboxRow>().Where(row => row.Key!.StartsWith(runs)), stop);
            return Done.It;
        }
    }
}
