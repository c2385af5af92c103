using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.Home;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Procedures;

/// <summary>
/// Procedures in force whose decisions find nobody any more, since a limit ended or changed after they were checked: for those who set
/// limits and those who look after procedures.
/// </summary>
internal sealed class StuckNeeds(IEnumerable<IDecisionUses> all) : INeeds
{
    public int Place => 15;

    public bool Concern(Actor who) => who.May(Permission.ReadAuthority)
        && (who.May(Permission.SetAuthority) || who.May(Permission.WriteProcedures) || who.May(Permission.PublishProcedures));

    public IEnumerable<string> Topics(Actor who) =>
        [FactTopics.Of<LimitSet>(), FactTopics.Of<LimitEnded>(), FactTopics.Of<VersionPublished>(), FactTopics.Of<VersionWithdrawn>()];

    public async Task<IEnumerable<Need>> OfAsync(ReadingContext context, CancellationToken stop)
    {
        var matrix = await MatrixRows.InForceAsync(context.Db, null, context.Now, stop);
        var stuck = new List<DecisionUse>();
        foreach (var one in all)
            stuck.AddRange((await one.OfAsync(context.Db, matrix, context.Now, stop)).Where(use => use.Stuck.Count > 0));
        var kinds = stuck.Select(use => use.Kind).Distinct().ToArray();
        return
        [
            new(stuck.Select(use => use.Url).Distinct().Count(), "procedure in force has a decision that nobody may take",
                "procedures in force have a decision that nobody may take", kinds is [var only] ? $"/authority/{only}" : "/authority",
                "shield-check", Pressing: true),
        ];
    }
}
