using Answerable.Model.Authority;
using Answerable.Model.People;

namespace Answerable.Model.Procedures.Checks;

/// <summary>Every authority demanded is known, has its amount, and has a route to somebody of greater authority.</summary>
internal static class AuthorityChecks
{
    public static IEnumerable<Finding> Of(Chart chart, Step step, IReadOnlyList<DecisionKind> kinds) =>
        Demanded(chart, step, kinds).Concat(Referred(chart, step));

    private static IEnumerable<Finding> Demanded(Chart chart, Step step, IReadOnlyList<DecisionKind> kinds)
    {
        if (step.Authority is not { } demand)
            yield break;
        var called = chart.Called(step);
        var kind = kinds.FirstOrDefault(known => known.Code == demand.DecisionKind);
        if (kind is null)
            yield return new Finding("authority.unknown-kind", step.Key,
                $"{called} demands authority for '{demand.DecisionKind}', which is not a kind of decision here. Choose one, or add it to the " +
                $"authority matrix.");
        if (kind is { Money: true } && Amount(step, demand) is not { Type: FieldType.Money })
            yield return new Finding("authority.no-amount", step.Key,
                $"{called} demands authority for {kind.Name.ToLowerInvariant()}, a matter of money, but no money field of the step says how much.");
        else if (Amount(step, demand) is { Required: false })
            yield return new Finding("authority.amount-optional", step.Key,
                $"The amount of {called} may be left empty, and then no limit can be held to it. Make the field required.");
        if (step.Referral is null && !Highest(step.Who))
            yield return new Finding("authority.no-route", step.Key,
                $"{called} demands authority but has no referral point. Whoever lacks it would be stuck: say to whom it goes.");
    }

    private static IEnumerable<Finding> Referred(Chart chart, Step step)
    {
        if (step.Referral is not { } point)
            yield break;
        var called = chart.Called(step);
        if (!Access.Allows(point.To, Permission.TakeReferrals))
            yield return new Finding("referral.wrong-role", step.Key,
                $"{called} refers to {point.To.Words().ToLowerInvariant()}, who takes no referrals. Choose from: " +
                $"{string.Join(", ", Access.Holding(Permission.TakeReferrals).Select(role => role.Words().ToLowerInvariant()))}.");
        else if (point.To <= step.Who)
            yield return new Finding("referral.not-higher", step.Key,
                $"{called} is done by {step.Who.Words().ToLowerInvariant()} and refers to {point.To.Words().ToLowerInvariant()}, whose authority " +
                $"is no greater. Refer higher.");
        if (point.WithinMinutes < 1)
            yield return new Finding("referral.no-time", step.Key,
                $"{called} promises no time for the answer to a referral. Say within how many minutes.");
        if (point.When.Length == 0)
            yield return new Finding("referral.no-when", step.Key, $"{called} does not say when to refer.", Blocks: false);
        if (point.TellCustomer.Length == 0)
            yield return new Finding("referral.untold", step.Key, $"{called} does not say what to tell the customer when it is referred.",
                Blocks: false);
    }

    private static Field? Amount(Step step, AuthorityDemand demand) => step.Fields.FirstOrDefault(field => field.Name == demand.AmountField);

    private static bool Highest(Role role) => role == Roles.Line[^1];
}
