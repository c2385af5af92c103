using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>What waits for those who set authority.</summary>
internal sealed class AuthorityNeeds : INeeds
{
    public int Place => 40;

    public bool Concern(Actor who) => who.May(Permission.SetAuthority);

    public IEnumerable<string> Topics(Actor who) =>
        [FactTopics.Of<DecisionKindDefined>(), FactTopics.Of<LimitSet>(), FactTopics.Of<LimitEnded>()];

    public async Task<IEnumerable<Need>> OfAsync(ReadingContext context, CancellationToken stop)
    {
        var (db, now) = (context.Db, context.Now);
        return
        [
            new(await db.Set<DecisionKindRow>()
                .CountAsync(kind =>
                !db.Set<LimitRow>().Any(limit => limit.DecisionKind == kind.Code && limit.From <= now && (limit.To == null || limit.To > now)), stop),
                "kind of decision has no limit for any role", "kinds of decision have no limit for any role", "/authority", "shield-check"),
        ];
    }
}
