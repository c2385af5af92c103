using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Planning;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Keeps a setting of the knobs over a series under a name.</summary>
[Needs(Permission.Plan)]
public sealed record SaveScenario(SeriesId Series, string Name, BenchSetting Setting) : IAct<SavedScenarioId>
{
    internal sealed class Handler : IHandle<SaveScenario, SavedScenarioId>
    {
        public async Task<Outcome<SavedScenarioId>> Handle(SaveScenario act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.PlanningSeries.FindAsync([act.Series], stop) is not { } series)
                return PlanningRefusals.NoSuchSeries;
            var name = CardMask.Apply(act.Name.Trim());
            List<Refusal> refusals = [.. PlanningRefusals.OfName(name), .. await KnownAsync(context, name, stop)];
            if (refusals.Count > 0)
                return refusals;
            return BenchDay.Of(SeriesRecord.Read(series.Forecast), act.Setting).Then<SavedScenarioId>(day =>
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
            });
        }

        internal static async Task<IReadOnlyList<Refusal>> KnownAsync(ActContext context, string name, CancellationToken stop)
        {
            var sortName = name.ToUpperInvariant();
            return await context.Db.PlanningScenarios.AnyAsync(row => row.SortName == sortName, stop) ? [PlanningRefusals.NameKnown("scenario")] : [];
        }
    }
}
