using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>A decision taken at a step, with the limit or the approval it rests on.</summary>
/// <param name="Replaces">The earlier decision of the same step that this one stands in place of, after going back.</param>
[FactName("decision.taken")]
public sealed record DecisionTaken(
    Guid Decision, string DecisionKind, long? Pence, PersonId By, ContactId Contact, CaseId Case, CustomerId? Customer,
    ProcedureId Procedure, int Version, string Step, Guid? LimitId, ReferralId? Under, string Why, Guid? Replaces = null) : Fact;

[FactName("decision.retracted")]
public sealed record DecisionRetracted(Guid Decision, PersonId By) : Fact;

/// <summary>A decision was over the limit of the one at the step, and went to a referral.</summary>
[FactName("decision.referred")]
public sealed record DecisionReferred(
    string DecisionKind, long? Pence, long? TotalPence, PersonId By, ContactId Contact, CaseId Case,
    ProcedureId Procedure, int Version, string Step, Guid? LimitId, ReferralId Referral, string Why) : Fact;
