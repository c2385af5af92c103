using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Keeps a setting of the knobs over a series under a name.</summary>
[Needs(Permission.Plan)]
public sealed record SaveScenario(SeriesId Series, string Name, BenchSetting Setting) : IAct<SavedScenarioId>
{
    internal sealed class Handler : IHandle<SaveScenario, BenchDay, SavedScenarioId>
    {
        public Task<Outcome<BenchDay>> Prepare(SaveScenario act, ReadingContext context, CancellationToken stop) =>
            BenchDay.ReadAsync(context.Db, act.Series, act.Setting, stop);

        public async Task<Outcome<SavedScenarioId>> Decide(SaveScenario act, BenchDay day, ActContext context, CancellationToken stop)
        {
            if (!await context.Db.Set<SeriesRow>().AnyAsync(row => row.Id == act.Series, stop))
                return PlanningRefusals.NoSuchSeries;
            var name = act.Name.Shown();
            List<Refusal> refusals = [.. PlanningRefusals.OfName(name), .. await KnownAsync(context, name, stop)];
            return refusals.Count > 0 ? refusals : Keep(act, name, day, context);
        }

        private static SavedScenarioId Keep(SaveScenario act, string name, BenchDay day, ActContext context)
        {
            var row = new ScenarioRow
            {
                Id = Ids.New<SavedScenarioId>(),
                Series = act.Series,
                Knobs = day.Setting.Text,
                SavedBy = context.Who.Name,
                SavedAt = context.Now,
            }.Called(name);
            context.Db.Add(row);
            context.Happened(new ScenarioSaved(name, act.Series, row.Knobs), row.Id);
            return row.Id;
        }

        internal static async Task<IReadOnlyList<Refusal>> KnownAsync(ActContext context, string name, CancellationToken stop) =>
            await context.Db.Set<ScenarioRow>().Select(row => row.Name).HoldAsync(name, stop) ? [PlanningRefusals.NameKnown("scenario")] : [];
    }
}
