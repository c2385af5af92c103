using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Measures;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>From a date on, a KPI is read with other parameters. Figures before it stay as they were. Returns the new version.</summary>
[Needs(Permission.DefineMeasures)]
public sealed record ChangeDefinition(string Kpi, DateOnly From, int ThresholdSeconds, int ShortSeconds, int WindowDays, string Reason) : IAct<int>
{
    private const int FarthestDays = 731;

    internal sealed class Handler : IHandle<ChangeDefinition, int>
    {
        public async Task<Outcome<int>> Handle(ChangeDefinition act, ActContext context, CancellationToken stop)
        {
            if (Kpis.Find(act.Kpi) is not { } kpi)
                return new Refusal("not-found", $"There is no KPI named '{act.Kpi}'.", nameof(Kpi));
            var before = await context.Db.Set<DefinitionRow>().Where(row => row.Kpi == kpi.Name).OrderBy(row => row.Version).ToListAsync(stop);
            if (Refusals(act, kpi, before, context.Now) is { Count: > 0 } refusals)
                return refusals;
            var place = before.Count > 0 ? before[^1].Version + 1 : 2;
            var row = new DefinitionRow
            {
                Id = Ids.New<DefinitionId>(),
                Kpi = kpi.Name,
                Version = place,
                From = act.From,
                ThresholdSeconds = act.ThresholdSeconds,
                ShortSeconds = act.ShortSeconds,
                WindowDays = act.WindowDays,
                Reason = act.Reason.Shown(),
                By = context.Who.Name,
                At = context.Now,
            };
            var version = row.NumberFor(kpi);
            context.Db.Add(row);
            context.Happened(new DefinitionChanged(kpi.Name, version, act.From, act.ThresholdSeconds, act.ShortSeconds, act.WindowDays, row.Reason),
                row.Id);
            return version;
        }

        private static List<Refusal> Refusals(ChangeDefinition act, Kpi kpi, List<DefinitionRow> before, DateTimeOffset now)
        {
            var refusals = new List<Refusal>();
            var present = before.Count > 0 ? before[^1].Parameters : KpiParameters.Usual;
            var asked = new KpiParameters(act.ThresholdSeconds, act.ShortSeconds, act.WindowDays);
            if (kpi.Formula.Uses == KpiParameterUse.None)
                refusals.Add(new Refusal("measures.fixed", $"{kpi.Title} has no parameters to change."));
            if (asked == present)
                refusals.Add(new Refusal("measures.unchanged", "These are the parameters it is read with already."));
            if (act.ThresholdSeconds is < 0 or > 604_800)
                refusals.Add(new Refusal("measures.parameter", "The threshold is 0 to 604,800 whole seconds.", nameof(ThresholdSeconds)));
            if (act.ShortSeconds is < 0 or > 3_600)
                refusals.Add(new Refusal("measures.parameter", "A short abandon is 0 to 3,600 whole seconds.", nameof(ShortSeconds)));
            if (act.WindowDays is < 1 or > Repeat.LongestWindow)
                refusals.Add(new Refusal("measures.parameter", "The repeat window is 1 to 30 whole days.", nameof(WindowDays)));
            if (before.Count > 0 && act.From <= before[^1].From)
                refusals.Add(
                    new Refusal("measures.from",
                    $"Version {before[^1].NumberFor(kpi)} holds from {before[^1].From:d MMMM yyyy}; choose a later date.",
                    nameof(From)));
            // A version is for good, and no later one may begin before it.
            if (act.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) > now.UtcDateTime.AddDays(FarthestDays))
                refusals.Add(new Refusal("measures.far", "Choose a date within two years from now: no other version could begin before it.",
                    nameof(From)));
            if (act.Reason.Shown().Length == 0 || act.Reason.Length > 400)
                refusals.Add(new Refusal("measures.reason", "Say why, in up to 400 characters: whoever compares figures across the date will ask.",
                    nameof(Reason)));
            return refusals;
        }
    }
}
