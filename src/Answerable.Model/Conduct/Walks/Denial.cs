using Answerable.Model.People;

namespace Answerable.Model.Conduct;

/// <summary>A refusal by one of greater authority: of this kind and amount, where it was asked for.</summary>
public sealed record Denial(string Node, ReferralId Referral, string DecisionKind, long? Pence, PersonId By, DateTimeOffset At)
{
    /// <summary>As much as was refused, or more, is the same question; less is another.</summary>
    public bool Covers(string node, string kind, long? pence) => Node == node && DecisionKind == kind && (pence ?? 0) >= (Pence ?? 0);
}
