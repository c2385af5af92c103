using System.Globalization;
using Answerable.Model.Authority;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>Whether a step decides something, and whether the one at it may.</summary>
internal static class Deciding
{
    /// <summary>Nothing to decide (no kind), taken, or over the limit.</summary>
    /// <param name="Allowed">What the matrix said where it allowed it: only put into words where they are read.</param>
    internal readonly record struct Verdict(string? Kind, long? Pence, Guid? LimitId, ReferralId? Under, Weighed? Allowed, Over? Over)
    {
        public string Why() => Allowed is { } weighed ? weighed.Words() : "Approved by referral.";
    }

    internal sealed record Over(DecisionKind Kind, long? Pence, Judgement Judgement);

    public static Verdict Of(WalkState walk, Step step, IReadOnlyList<Noted> noted, Standing standing, DateTimeOffset at)
    {
        if (step.Authority is not { } demand)
            return default;
        var kind = standing.Kind(demand.DecisionKind);
        var pence = kind.Money ? PenceOf(walk, demand, noted) : null;
        if (kind.Money && demand.AmountField is not null && pence is null or 0)
            return default;
        var asked = AskedAt(walk, kind.Code, pence);
        var weighed = standing.Matrix.Weigh(kind, asked, standing.Decider, standing.Given, at);
        if (weighed.Allowed)
            return new Verdict(kind.Code, pence, weighed.Limit!.Id, null, weighed, null);
        return ApprovalFor(walk, kind.Code, pence, at) is { } approval
            ? new Verdict(kind.Code, pence, weighed.Limit?.Id, approval.Referral, null, null)
            : new Verdict(null, null, null, null, null, new Over(kind, pence,
                standing.Matrix.Judge(kind, asked, standing.Decider, standing.Given, at)));
    }

    /// <summary>What must be known before an amount is decided at all; null where nothing is wanting.</summary>
    public static Refusal? Wanting(WalkState walk, Step step, IReadOnlyList<Noted> noted, Standing standing, DateTimeOffset at)
    {
        if (step.Authority is not { AmountField: { } name } demand || standing.Kind(demand.DecisionKind) is not { Money: true } kind)
            return null;
        return walk.Customer is null && PenceOf(walk, demand, noted) > 0 && standing.Matrix.CountsByCustomer(kind.Code, at)
            ? new Refusal("walk.customer-needed",
                $"Say first which customer this is, under Customer: {kind.Name} has a limit for each customer.", name)
            : null;
    }

    /// <summary>The approval that fits closest, so that a greater one is not spent on less; null where none covers it.</summary>
    public static Approval? ApprovalFor(WalkState walk, string kind, long? pence, DateTimeOffset at) =>
        walk.Approvals.Count == 0 ? null : Approvals(walk, kind, pence, at).MinBy(approval => approval.Pence);

    /// <summary>The approval that reaches furthest; null where none is left.</summary>
    public static Approval? GreatestApproval(WalkState walk, string kind, DateTimeOffset at) =>
        walk.Approvals.Count == 0 ? null : Approvals(walk, kind, null, at).MaxBy(approval => approval.Pence);

    // An approval is used once; doing the step over again after going back uses the same one.
    private static IEnumerable<Approval> Approvals(WalkState walk, string kind, long? pence, DateTimeOffset at) => walk.Approvals.Where(approval =>
        approval.Covers(kind, pence, walk.Case, walk.Procedure, walk.Version, at) && !walk.Rests(approval.Referral));

    public static Asked AskedAt(WalkState walk, string kind, long? pence) => new(kind, pence, walk.Contact, walk.Case, walk.Customer);

    private static long? PenceOf(WalkState walk, AuthorityDemand demand, IReadOnlyList<Noted> noted)
    {
        if (demand.AmountField is not { } field)
            return 0;
        var amount = NotedAt(noted, field) ?? walk.Known(field);
        if (amount?.Kept is not null)
            throw new InvalidOperationException("An amount that needs authority is never kept out of sight.");
        return string.IsNullOrEmpty(amount?.Value) ? null : long.Parse(amount.Value, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static Noted? NotedAt(IReadOnlyList<Noted> noted, string field)
    {
        for (var number = 0; number < noted.Count; number++)
            if (noted[number].Field == field)
                return noted[number];
        return null;
    }
}
