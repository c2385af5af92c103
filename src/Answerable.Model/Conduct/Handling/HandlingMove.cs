using Answerable.Model.People;

namespace Answerable.Model.Conduct;

/// <summary>What somebody does with a contact as a whole, whether a procedure guides it or not.</summary>
public abstract record HandlingMove
{
    public sealed record Hold : HandlingMove;

    public sealed record Retrieve : HandlingMove;

    /// <summary>The conversation is over; after-contact work begins.</summary>
    public sealed record End : HandlingMove;

    /// <summary>After-contact work is done.</summary>
    /// <param name="Reason">Why it closes before the procedure reached an outcome, where it did not.</param>
    /// <param name="Resolved">Whether the matter is settled, where no procedure guided the contact.</param>
    public sealed record Close(BreakOffReason? Reason = null, bool? Resolved = null) : HandlingMove;

    /// <summary>Puts it down where it stands.</summary>
    public sealed record Leave : HandlingMove;

    /// <summary>The product itself puts it down where it stands: the one who has it may go on with it no more. Nobody does this by hand.</summary>
    public sealed record PutDown : HandlingMove;

    /// <summary>Takes up what was left.</summary>
    public sealed record Resume : HandlingMove;

    /// <summary>Takes it over from the one who referred it.</summary>
    public sealed record TakeOver(ReferralId Referral) : HandlingMove;

    /// <param name="Guide">What guides contacts of the type; null where there is no such type.</param>
    public sealed record ChooseType(string Type, Guide? Guide) : HandlingMove;

    public sealed record KnowCustomer(CustomerId Customer) : HandlingMove;

    public sealed record MakeNote(Guid Words) : HandlingMove;

    /// <summary>Refers the contact itself to another.</summary>
    /// <param name="Words">Where the reason is kept.</param>
    public sealed record Refer(Guid? Words, Role? To = null, bool Urgent = false) : HandlingMove;
}
