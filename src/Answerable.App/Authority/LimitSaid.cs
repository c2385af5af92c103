using Answerable.App.Centre;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.Authority;
using Answerable.Model.Centre;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>Limits of one kind of decision as a second person reads them.</summary>
internal sealed record LimitSaid(string Kind, bool Money, Currency Currency)
{
    public static async Task<LimitSaid> OfAsync(AnswerableDb db, string code, CancellationToken stop)
    {
        var kind = await db.Set<DecisionKindRow>().AsNoTracking().SingleAsync(row => row.Code == code, stop);
        return new LimitSaid(kind.Name, kind.Money, (await CentreRow.OfAsync(db, stop)).Read().Currency);
    }

    public static async Task<string> WhomAsync(AnswerableDb db, Limit limit, CancellationToken stop) => limit.Role is { } role
        ? $"every {role.Words().ToLowerInvariant()}" : (await PersonNames.OfAsync(db, [limit.Person], stop))[limit.Person] ?? PersonNames.Gone;

    public string Of(Limit? limit) => limit is null ? "none" : !Money ? "who may decide it"
        : string.Join(", ", limit.Caps(Currency)) is { Length: > 0 } caps ? caps : "without a bound";
}
