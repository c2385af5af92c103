using Answerable.Model.Journal;
using Answerable.Model.Procedures;

namespace Answerable.Model.Contacts;

/// <summary>A fact about one contact: the entry's subject is the contact.</summary>
public abstract record ContactFact : Fact;

[FactName("contact.arrived")]
public sealed record ContactArrived(Channel Channel, string Queue, string? Type = null, CustomerId? Customer = null,
    Direction Direction = Direction.Inbound) : ContactFact;

[FactName("contact.queued")]
public sealed record ContactQueued(string Queue) : ContactFact;

/// <param name="AgentName">How the telephony names an agent this centre does not know as a person.</param>
[FactName("contact.answered")]
public sealed record ContactAnswered(PersonId? Agent, TeamId? Team, [Typed] string? AgentName = null) : ContactFact;

[FactName("contact.held")]
public sealed record ContactHeld : ContactFact;

[FactName("contact.retrieved")]
public sealed record ContactRetrieved : ContactFact;

/// <summary>It was put down to be resumed, because the one who had it works here no more, or handles contacts no more.</summary>
[FactName("contact.put-down")]
public sealed record ContactPutDown(PersonId From) : ContactFact;

/// <summary>The conversation ended; after-contact work begins.</summary>
[FactName("contact.ended")]
public sealed record ContactEnded : ContactFact;

/// <summary>After-contact work is done; the contact is closed.</summary>
[FactName("contact.wrapped")]
public sealed record ContactWrapped : ContactFact;

/// <summary>
/// Nobody told the end of the after-contact work within the centre's time for it: the contact is closed at its end, unless the end of the work is
/// told after all.
/// </summary>
[FactName("contact.never-wrapped")]
public sealed record ContactNeverWrapped(int Minutes) : ContactFact;

[FactName("contact.abandoned")]
public sealed record ContactAbandoned : ContactFact;

[FactName("contact.typed")]
public sealed record ContactTyped(string Type) : ContactFact;

[FactName("contact.customer-known")]
public sealed record ContactCustomerKnown(CustomerId Customer) : ContactFact;

/// <summary>Its customer was erased while it was open.</summary>
/// <param name="Anew">As whom it goes on under the same reference, where somebody had it in hand; else it goes on without a customer.</param>
[FactName("contact.customer-erased")]
public sealed record ContactCustomerErased(CustomerId? Anew) : ContactFact;

/// <summary>A procedure version began to guide this contact.</summary>
[FactName("contact.guided")]
public sealed record ContactGuided(ProcedureId Procedure, int Version) : ContactFact;

[FactName("contact.resolved")]
public sealed record ContactResolved(bool Resolved, string Ending) : ContactFact
{
    /// <summary>The ending of a contact that no procedure guided: it says no more than whether it was resolved.</summary>
    public const string Free = "free";
}

[FactName("contact.excluded")]
public sealed record ContactExcluded(string Reason) : ContactFact;

/// <summary>
/// A whole contact as another system recorded it, delivered in one piece; a later revision of the same contact replaces an earlier one.
/// Durations are milliseconds. The entry's instant is the arrival.
/// </summary>
/// <param name="WaitMs">From joining the queue to the answer or to leaving.</param>
/// <param name="Leg">The source's own name of the stretch this is a record of, where a contact is recorded in several.</param>
/// <param name="WaitUnknown">No wait was recorded: it is not known, and was not nought.</param>
/// <param name="TalkUnknown">No conversation was recorded, though there was one; so of hold and after-contact work.</param>
/// <param name="BeforeQueueMs">From arriving to joining the queue, in a menu or a voice response unit.</param>
[FactName("contact.recorded")]
public sealed record ContactRecorded(
    Channel Channel,
    string Queue,
    string? Type,
    CustomerId? Customer,
    ContactState State,
    long WaitMs,
    long TalkMs,
    long HoldMs,
    long WrapMs,
    PersonId? Agent,
    [Typed] string? AgentName,
    TeamId? Team,
    long Revision = 0,
    ProcedureId? Procedure = null,
    int? Version = null,
    bool? Resolved = null,
    long BeforeQueueMs = 0,
    bool WaitUnknown = false,
    Direction Direction = Direction.Inbound,
    string? Leg = null,
    bool TalkUnknown = false,
    bool HoldUnknown = false,
    bool WrapUnknown = false) : ContactFact;
