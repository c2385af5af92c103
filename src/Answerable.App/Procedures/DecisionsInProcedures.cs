using Answerable.App.Authority;
using Answerable.App.Storage;
using Answerable.Model.Authority;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>The decisions that procedures in force demand, and those of versions that are published for later.</summary>
internal sealed class DecisionsInProcedures : IDecisionUses
{
    public async Task<IEnumerable<DecisionUse>> OfAsync(AnswerableDb db, Matrix matrix, DateTimeOffset at, CancellationToken stop)
    {
        var kinds = (await MatrixRows.KindsAsync(db, stop)).ToDictionary(kind => kind.Code);
        var names = await db.Set<ProcedureRow>()
            .Join(db.Set<ContactTypeRow>(), row => row.ContactType, type => type.Id, (row, type) => new { row.Id, type.Name })
            .OrderBy(row => row.Name).ToListAsync(stop);
        var published = await VersionsInForce.PublishedAsync(db, [.. names.Select(row => row.Id)], stop);
        var uses = new List<DecisionUse>();
        foreach (var procedure in names)
            foreach (var version in Guiding(published[procedure.Id], at))
                if (await VersionsInForce.ChartAsync(db, procedure.Id, version.Version, stop) is { } chart)
                    uses.AddRange(Demanded(chart).Where(kinds.ContainsKey).Select(code => new DecisionUse(code,
                        $"{procedure.Name}, version {version.Version}", $"/procedures/{procedure.Id}/versions/{version.Version}",
                        [.. ChartChecks.Stuck(chart, kinds[code], matrix, at).Select(finding => finding.Sentence)])));
        return uses;
    }

    private static IEnumerable<Published> Guiding(IEnumerable<Published> published, DateTimeOffset at)
    {
        var all = published.ToArray();
        return (InForce.Of(all, at) is { } now ? [now] : Enumerable.Empty<Published>())
            .Concat(all.Where(one => one.State != VersionState.Withdrawn && one.EffectiveFrom > at));
    }

    private static IEnumerable<string> Demanded(Chart chart) =>
        chart.Nodes.OfType<Step>().Select(step => step.Authority?.DecisionKind).OfType<string>().Distinct();
}
