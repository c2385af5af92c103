using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;

namespace Answerable.App.Authority;

/// <summary>What makes a limit a sensible one, whatever else stands in the matrix.</summary>
internal static class LimitRules
{
    private const long MostUnits = 1_000_000;

    public static List<Refusal> Of(SetLimit act, bool money, DateTimeOffset from, Currency currency)
    {
        var refusals = new List<Refusal>();
        if (act.Role is null == act.Person is null)
            refusals.Add(new Refusal("authority.for-whom", "Say for whom it is: a role, or one person.", nameof(SetLimit.Role)));
        if (act.Role is { } role && !Roles.Line.Contains(role))
            refusals.Add(
                new Refusal("authority.line", "Limits are set for agents, senior agents, team leaders and managers.", nameof(SetLimit.Role)));
        if (act.To <= from)
            refusals.Add(new Refusal("authority.dates", "It would end before it begins: choose a later end, or none.", nameof(SetLimit.To)));
        refusals.AddRange(money ? Amounts(act, currency) : NoAmounts(act));
        return refusals;
    }

    private static IEnumerable<Refusal> Amounts(SetLimit act, Currency currency)
    {
        var most = MostUnits * currency.Whole;
        foreach (var (pence, field) in Caps(act))
            if (pence < 0 || pence > most)
                yield return new Refusal("authority.amount", $"An amount is between {currency.Words(0)} and {currency.Words(most)}.", field);
        if (Caps(act).All(cap => cap.Pence is null) && !act.WithoutBound)
            yield return new Refusal("authority.no-bound", "Write at least one amount. If none is to bind, tick that it is without a bound.",
                nameof(SetLimit.PerContactPence));
        if (Caps(act).Any(cap => cap.Pence is not null) && act.WithoutBound)
            yield return new Refusal("authority.bound", "Amounts are written: take the tick away, or empty them.", nameof(SetLimit.WithoutBound));
        if (act.PerCustomerPence is null && act.PerCustomerDays is not null)
            yield return new Refusal("authority.days-of-nothing", "Days go with an amount a customer: write the amount, or empty the days.",
                nameof(SetLimit.PerCustomerDays));
        if (act.PerCustomerPence is not null && act.PerCustomerDays is not (>= 1 and <= 3660))
            yield return new Refusal("authority.days", "Say in how many days, from 1 to 3,660.", nameof(SetLimit.PerCustomerDays));
    }

    private static IEnumerable<Refusal> NoAmounts(SetLimit act)
    {
        if (act.PerCustomerDays is not null)
            yield return new Refusal("authority.no-money", "This decision is not a matter of money: leave the days empty.",
                nameof(SetLimit.PerCustomerDays));
        foreach (var (pence, field) in Caps(act))
            if (pence is not null)
                yield return new Refusal("authority.no-money", "This decision is not a matter of money: leave the amounts empty.", field);
    }

    private static IEnumerable<(long? Pence, string Field)> Caps(SetLimit act) =>
    [
        (act.PerContactPence, nameof(SetLimit.PerContactPence)),
        (act.PerCasePence, nameof(SetLimit.PerCasePence)),
        (act.PerCustomerPence, nameof(SetLimit.PerCustomerPence)),
    ];
}
