using System.Text.Json;
using Answerable.Analysis.Planning.Sizing;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Keeps what a long rehearsal showed.</summary>
[Needs(Permission.Plan)]
internal sealed record KeepRehearsal(SeriesId Series, string Knobs, RehearsedDay Result) : IAct<RehearsalId>
{
    internal sealed class Handler : IHandle<KeepRehearsal, RehearsalId>
    {
        public async Task<Outcome<RehearsalId>> Handle(KeepRehearsal act, ActContext context, CancellationToken stop)
        {
            if (!await context.Db.Set<SeriesRow>().AnyAsync(row => row.Id == act.Series, stop))
                return PlanningRefusals.NoSuchSeries;
            var row = new RehearsalRow
            {
                Id = Ids.New<RehearsalId>(),
                Series = act.Series,
                Knobs = act.Knobs,
                Replications = act.Result.Replications,
                Result = JsonSerializer.Serialize(act.Result, JsonSerializerOptions.Web),
                By = context.Who.Name,
                At = context.Now,
            };
            context.Db.Add(row);
            var level = act.Result.ServiceLevel;
            context.Happened(new ScenarioRehearsed(act.Series, act.Knobs, row.Replications, level.Value, level.HalfWidth), row.Id,
                FactKind.Simulated);
            return row.Id;
        }
    }
}
