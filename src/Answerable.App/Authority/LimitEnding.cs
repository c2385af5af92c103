using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>What comes of ending a limit now, before it is ended: who decides then, and what is worked by meanwhile.</summary>
[Needs(Permission.SetAuthority)]
[Unscoped(UnscopedAttribute.OfAuthority)]
public sealed record LimitEnding(LimitId Limit) : IReading<LimitEnding.View>
{
    /// <param name="AnyRole">Whether a role still has a limit without it.</param>
    /// <param name="Uses">What is in force and demands such a decision, as it would then be.</param>
    public sealed record View(DecisionKind Kind, Limit Limit, string For, bool AnyRole, IReadOnlyList<DecisionUse> Uses);

    internal sealed class Reader(IEnumerable<IDecisionUses> all) : IAnswer<LimitEnding, View>
    {
        public async Task<Outcome<View>> Answer(LimitEnding reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            var found = await LimitRow.OpenAsync(db, reading.Limit, context.Now, stop);
            if (!found.Allowed)
                return found.As<View>();
            var row = found.Value;
            // One that is still to begin would be missed from then on.
            var at = row.From > context.Now ? row.From : context.Now;
            var kind = await db.Set<DecisionKindRow>().SingleAsync(known => known.Code == row.DecisionKind, stop);
            var matrix = await MatrixRows.InForceAsync(db, kind.Code, at, stop);
            var without = matrix with { Limits = [.. matrix.Limits.Where(limit => limit.Id != row.Id)] };
            var whom = row.Role is { } role ? role.Words() : (await PersonNames.OfAsync(db, [row.Person], stop))[row.Person] ?? PersonNames.Gone;
            return new View(kind.Kind(), row.Limit(), whom,
                without.Limits.Any(limit => limit.Role is not null), await OfKindAsync(all, kind.Code, db, without, at, stop));
        }
    }

    internal static async Task<IReadOnlyList<DecisionUse>> OfKindAsync(IEnumerable<IDecisionUses> all, string kind, AnswerableDb db, Matrix matrix,
        DateTimeOffset at, CancellationToken stop)
    {
        var uses = new List<DecisionUse>();
        foreach (var one in all)
            uses.AddRange((await one.OfAsync(db, matrix, at, stop)).Where(use => use.Kind == kind));
        return uses;
    }
}
