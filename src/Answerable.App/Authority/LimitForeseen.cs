using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>What a limit would lose or turn round, said before it is set. Of one that would be refused nothing is said.</summary>
[Needs(Permission.SetAuthority)]
[Unscoped(UnscopedAttribute.OfAuthority)]
public sealed record LimitForeseen(SetLimit Act) : IReading<IReadOnlyList<string>>
{
    internal sealed class Reader : IAnswer<LimitForeseen, IReadOnlyList<string>>
    {
        public async Task<Outcome<IReadOnlyList<string>>> Answer(LimitForeseen reading, ReadingContext context, CancellationToken stop)
        {
            var (db, act) = (context.Db, reading.Act);
            var kind = await db.Set<DecisionKindRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == act.DecisionKind, stop);
            var currency = (await CentreRow.OfAsync(db, stop)).Read().Currency;
            var from = act.From is { } later && later > context.Now ? later : context.Now;
            if (kind is not { Money: true } || LimitRules.Of(act, kind.Money, from, currency).Count > 0)
                return new List<string>();
            var matrix = await MatrixRows.InForceAsync(db, act.DecisionKind, from, stop) with { Currency = currency };
            return LimitOddities.Of(act.Row(from, null, context.Now).Limit(), await LineOfAsync(db, act, stop), matrix).ToList();
        }

        private static async Task<Role?> LineOfAsync(AnswerableDb db, SetLimit act, CancellationToken stop)
        {
            if (act.Person is not { } person)
                return act.Role;
            var held = await db.Set<HeldRoleRow>().Where(row => row.Person == person).Select(row => row.Role).ToListAsync(stop);
            return Roles.Line.Where(held.Contains).Select(role => (Role?)role).LastOrDefault();
        }
    }
}
