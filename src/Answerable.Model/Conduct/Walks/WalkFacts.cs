using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>A fact about one walk: the entry's subject is the walk. A walk is the fold of its facts. Durations are milliseconds at the step, less
/// hold and absence.</summary>
public abstract record WalkFact : Fact;

/// <param name="Known">What was known beforehand, from earlier contacts of the case.</param>
[FactName("walk.begun")]
public sealed record WalkBegun(
    ContactId Contact, CaseId Case, CustomerId? Customer, ProcedureId Procedure, int Version, string Node, PersonId By,
    IReadOnlyList<Noted> Known) : WalkFact;

/// <param name="Said">The words that must be said were said as they stand.</param>
[FactName("walk.step-done")]
public sealed record StepDone(string Node, long Ms, PersonId By, IReadOnlyList<Noted> Noted, bool Said, string To, ReferralId? Under = null)
    : WalkFact;

[FactName("walk.decision-answered")]
public sealed record DecisionAnswered(string Node, string Answer, string Label, long Ms, PersonId By, string To) : WalkFact;

/// <param name="Words">Where the agent's own words are kept, if there are any.</param>
[FactName("walk.step-skipped")]
public sealed record StepSkipped(string Node, SkipReason Reason, Guid? Words, long Ms, PersonId By, string To) : WalkFact;

[FactName("walk.went-back")]
public sealed record WentBack(string Node, string To, long Ms, PersonId By) : WalkFact;

[FactName("walk.note-made")]
public sealed record NoteMade(string Node, Guid Words, PersonId By) : WalkFact;

[FactName("walk.customer-known")]
public sealed record WalkCustomerKnown(CustomerId Customer, PersonId By) : WalkFact;

/// <param name="DecisionKind">What needs greater authority; null where the contact itself is referred.</param>
/// <param name="Noted">What was noted at the step beside the amount asked for, so that it need not be said again when the answer comes.</param>
[FactName("walk.referred")]
public sealed record WalkReferred(string Node, ReferralId Referral, string? DecisionKind, long? Pence, PersonId By, IReadOnlyList<Noted>? Noted =
    null) : WalkFact;

[FactName("walk.referral-approved")]
public sealed record ApprovalHeard(Approval Approval) : WalkFact;

[FactName("walk.referral-refused")]
public sealed record RefusalHeard(ReferralId Referral, PersonId By) : WalkFact;

/// <summary>The agent went on without waiting for the referral.</summary>
[FactName("walk.referral-dropped")]
public sealed record ReferralDropped(ReferralId Referral, PersonId By) : WalkFact;

[FactName("walk.held")]
public sealed record WalkHeld(PersonId By) : WalkFact;

[FactName("walk.retrieved")]
public sealed record WalkRetrieved(PersonId By) : WalkFact;

[FactName("walk.left")]
public sealed record WalkLeft(PersonId By) : WalkFact;

/// <summary>It was put down where it stood, because the one who had it may go on with it no more.</summary>
[FactName("walk.put-down")]
public sealed record WalkPutDown(PersonId From) : WalkFact;

/// <summary>Somebody goes on with it: the same agent, or another.</summary>
[FactName("walk.resumed")]
public sealed record WalkResumed(PersonId By, ReferralId? Referral = null) : WalkFact;

[FactName("walk.finished")]
public sealed record WalkFinished(string Node, string Ending, bool Resolved, long Ms, PersonId By) : WalkFact;

/// <summary>The contact was closed before the procedure reached an outcome.</summary>
[FactName("walk.broken-off")]
public sealed record WalkBrokenOff(string Node, BreakOffReason Reason, bool Resolved, long Ms, PersonId By) : WalkFact;
