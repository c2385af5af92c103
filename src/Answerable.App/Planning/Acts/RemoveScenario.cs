using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Planning;

namespace Answerable.App.Planning;

/// <summary>Removes a saved scenario; rehearsals of its setting stay with the series. Somebody else's only those remove who may.</summary>
[Needs(Permission.Plan)]
public sealed record RemoveScenario(SavedScenarioId Id) : IAct<Done>
{
    internal sealed class Handler : IHandle<RemoveScenario, Done>
    {
        public async Task<Outcome<Done>> Handle(RemoveScenario act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<ScenarioRow>().FindAsync([act.Id], stop) is not { } row)
                return PlanningRefusals.NoSuchScenario;
            if (await PutThere.ByOtherAsync(context.Who, context.Db, [row.Id.Value], stop))
                return PlanningRefusals.OfAnother(row.Name, row.SavedBy);
            context.Db.Remove(row);
            context.Happened(new ScenarioRemoved(row.Name), row.Id);
            return Done.It;
        }
    }
}
