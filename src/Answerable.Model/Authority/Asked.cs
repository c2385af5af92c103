using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>A decision somebody is about to take.</summary>
/// <param name="Pence">The amount, where the kind is a matter of money.</param>
public sealed record Asked(string DecisionKind, long? Pence, ContactId Contact, CaseId? Case, CustomerId? Customer);

/// <summary>Who would take it: a person in a role of the line.</summary>
public sealed record Decider(PersonId? Person, Role Role);

/// <summary>An amount already given, or promised by an approval not yet used.</summary>
public sealed record Given(string DecisionKind, long Pence, ContactId Contact, CaseId? Case, CustomerId? Customer, DateTimeOffset At);
