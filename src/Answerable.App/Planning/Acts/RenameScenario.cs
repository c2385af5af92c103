using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Planning;

namespace Answerable.App.Planning;

/// <summary>Gives a saved scenario another name.</summary>
[Needs(Permission.Plan)]
public sealed record RenameScenario(SavedScenarioId Id, string Name) : IAct<Done>
{
    internal sealed class Handler : IHandle<RenameScenario, Done>
    {
        public async Task<Outcome<Done>> Handle(RenameScenario act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<ScenarioRow>().FindAsync([act.Id], stop) is not { } row)
                return PlanningRefusals.NoSuchScenario;
            var (before, name) = (row.Name, act.Name.Shown());
            if (name == before)
                return Done.It;
            List<Refusal> refusals = [.. PlanningRefusals.OfName(name)];
            if (!name.Equals(before, StringComparison.OrdinalIgnoreCase))
                refusals.AddRange(await SaveScenario.Handler.KnownAsync(context, name, stop));
            if (refusals.Count > 0)
                return refusals;
            row.Called(name);
            context.Happened(new ScenarioRenamed(before, name), row.Id);
            return Done.It;
        }
    }
}
