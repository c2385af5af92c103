using Answerable.App.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Demo;

/// <summary>The matrix, set by a manager before the first day.</summary>
internal static class FillAuthority
{
    private const int Window = 90;

    public static async Task RunAsync(DemoHand hand, DateTimeOffset at, CancellationToken stop)
    {
        if (await hand.Db.Set<DecisionKindRow>().AnyAsync(row => row.Code == DemoMatrix.Amounts[0].Code, stop))
            return;
        var by = DemoPeople.Accounts.First(person => person.Role == Role.Manager).Actor;
        foreach (var kind in DemoMatrix.Kinds)
            await hand.DoAsync<DefineDecisionKind, string>(new DefineDecisionKind(kind.Code, kind.Name, kind.Money), by, at, stop);
        foreach (var limit in Limits())
            await hand.DoAsync<SetLimit, LimitId>(limit, Binds(limit, by) ? Actor.System : by, at, stop);
    }

    /// <summary>One's own limit one does not set alone: it was there when the centre was opened.</summary>
    private static bool Binds(SetLimit limit, Actor manager) => limit.Role == manager.Line || limit.Person == manager.Person;

    private static IEnumerable<SetLimit> Limits()
    {
        foreach (var money in DemoMatrix.Amounts)
            foreach (var (role, pence) in Roles.Line.Zip(money.Line))
                yield return new SetLimit(money.Code, role, null)
                {
                    PerContactPence = pence,
                    PerCasePence = pence,
                    PerCustomerPence = role <= Role.SeniorAgent ? money.CustomerPence : null,
                    PerCustomerDays = role <= Role.SeniorAgent && money.CustomerPence is not null ? Window : null,
                };
        foreach (var freely in DemoMatrix.Others)
            foreach (var role in Roles.Line.Where(role => role >= freely.From))
                yield return new SetLimit(freely.Code, role, null);
        foreach (var own in DemoMatrix.Persons)
            yield return new SetLimit(own.Code, null, DemoPeople.Of(own.Person).Id) { PerContactPence = own.Pence, PerCasePence = own.Pence };
    }
}
