using Answerable.Model.People;

namespace Answerable.Model.Conduct;

/// <summary>What the one at the desk, or one who answers a referral, does to a walk.</summary>
public abstract record Move
{
    /// <summary>Does the step it stands at.</summary>
    /// <param name="Words">Where the reason is kept that goes with a referral, should there be one.</param>
    /// <param name="AllTheSame">Whoever asks knows that nobody may approve so much as limits stand.</param>
    public sealed record Do(string Node, IReadOnlyList<Noted> Noted, bool Said = false, Guid? Words = null, bool AllTheSame = false) : Move;

    public sealed record Choose(string Node, string Answer) : Move;

    public sealed record Skip(string Node, SkipReason Reason, Guid? Words = null) : Move;

    public sealed record GoBack(string Node) : Move;

    public sealed record MakeNote(Guid Words) : Move;

    public sealed record KnowCustomer(CustomerId Customer) : Move;

    /// <summary>Refers the contact itself to another.</summary>
    /// <param name="To">A role to go to; the step's referral point, or the next role up, where none is named.</param>
    public sealed record Refer(Guid? Words, Role? To = null, bool Urgent = false) : Move;

    public sealed record DropReferral : Move;

    public sealed record HearApproval(ReferralId Referral, long? Pence, PersonId By) : Move;

    public sealed record HearRefusal(ReferralId Referral, PersonId By) : Move;

    public sealed record Hold : Move;

    public sealed record Retrieve : Move;

    public sealed record LeaveIt : Move;

    /// <summary>The product itself puts it down: the one who has it may go on with it no more.</summary>
    public sealed record PutDown : Move;

    /// <summary>The one who acts goes on with it; by a referral, where they accepted one.</summary>
    public sealed record Resume(ReferralId? Referral = null) : Move;

    public sealed record Finish : Move;

    public sealed record BreakOff(BreakOffReason Reason) : Move;
}
