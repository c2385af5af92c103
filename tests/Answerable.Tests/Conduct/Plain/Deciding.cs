using System.Globalization;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Conduct.Plain;

/// <summary>Whether a step decides something, and whether the one at it may.</summary>
internal static class Deciding
{
    internal abstract record Verdict;

    internal sealed record NothingToDecide : Verdict;

    internal sealed record Taken(string Kind, long? Pence, Guid? LimitId, ReferralId? Under, string Why) : Verdict;

    internal sealed record Over(DecisionKind Kind, long? Pence, Judgement Judgement) : Verdict;

    public static Verdict Of(Walk walk, Step step, IReadOnlyList<Noted> noted, Standing standing, DateTimeOffset at)
    {
        if (step.Authority is not { } demand)
            return new NothingToDecide();
        var kind = standing.Kind(demand.DecisionKind);
        var pence = kind.Money ? PenceOf(walk, demand, noted) : null;
        if (kind.Money && demand.AmountField is not null && pence is null or 0)
            return new NothingToDecide();
        var judgement = standing.Matrix.Judge(kind, AskedAt(walk, kind.Code, pence), standing.Decider, standing.Given, at);
        if (judgement.Allowed)
            return new Taken(kind.Code, pence, judgement.LimitId, null, judgement.Sentence);
        return ApprovalFor(walk, kind.Code, pence, at) is { } approval
            ? new Taken(kind.Code, pence, judgement.LimitId, approval.Referral, "Approved by referral.")
            : new Over(kind, pence, judgement);
    }

    /// <summary>The approval that fits closest, so that a greater one is not spent on less; null where none covers it.</summary>
    public static Approval? ApprovalFor(Walk walk, string kind, long? pence, DateTimeOffset at) =>
        Approvals(walk, kind, pence, at).MinBy(approval => approval.Pence);

    /// <summary>The approval that reaches furthest; null where none is left.</summary>
    public static Approval? GreatestApproval(Walk walk, string kind, long? pence, DateTimeOffset at) =>
        Approvals(walk, kind, pence, at).MaxBy(approval => approval.Pence);

    private static IEnumerable<Approval> Approvals(Walk walk, string kind, long? pence, DateTimeOffset at) => walk.Approvals.Where(approval =>
        approval.Covers(kind, pence, walk.Case, walk.Procedure, walk.Version, at) && !Used(walk, approval));

    public static Asked AskedAt(Walk walk, string kind, long? pence) => new(kind, pence, walk.Contact, walk.Case, walk.Customer);

    // An approval is used once; doing the step over again after going back uses the same one.
    private static bool Used(Walk walk, Approval approval) => walk.Trail.Any(visit => visit.Under == approval.Referral);

    private static long? PenceOf(Walk walk, AuthorityDemand demand, IReadOnlyList<Noted> noted)
    {
        if (demand.AmountField is not { } field)
            return 0;
        var amount = noted.FirstOrDefault(one => one.Field == field) ?? walk.Fact(field);
        if (amount?.Kept is not null)
            throw new InvalidOperationException("An amount that needs authority is never kept out of sight.");
        return string.IsNullOrEmpty(amount?.Value) ? null : long.Parse(amount.Value, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
