using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Model.Conduct;

/// <param name="AssignedTo">The person found for it; nobody where it waits for any of its role.</param>
/// <param name="Reason">The place of the reason's words, which are kept under the customer's key.</param>
[FactName("referral.opened")]
public sealed record ReferralOpened(
    ReferralMatter Matter, string? DecisionKind, long? Pence, ContactId Contact, CaseId? Case, WalkId? Walk, string? Step,
    PersonId RequestedBy, Role ToRole, PersonId? AssignedTo, DateTimeOffset AnswerBy, bool Urgent, Guid? Reason) : Fact;

[FactName("referral.accepted")]
public sealed record ReferralAccepted(PersonId By) : Fact;

[FactName("referral.approved")]
public sealed record ReferralApproved(PersonId By, long? Pence, Guid? LimitId, Guid? Reason) : Fact;

[FactName("referral.refused")]
public sealed record ReferralRefused(PersonId By, Guid? Reason) : Fact;

/// <summary>The contact itself went over to the one who accepted.</summary>
[FactName("referral.taken-over")]
public sealed record ReferralTakenOver(PersonId By, PersonId From) : Fact;

[FactName("referral.passed-on")]
public sealed record ReferralPassedOn(PersonId By, Role ToRole, PersonId? AssignedTo, Guid? Reason) : Fact;

/// <summary>The one who had it may answer it no more: it waits again, put to somebody else or for any of its role.</summary>
[FactName("referral.given-back")]
public sealed record ReferralGivenBack(PersonId From, Role ToRole, PersonId? AssignedTo) : Fact;

[FactName("referral.withdrawn")]
public sealed record ReferralWithdrawn(PersonId By, string Why) : Fact;
