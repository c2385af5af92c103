using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Model.Conduct;

/// <summary>What was done with a contact: how it now stands, the facts in their order, and what is to be done outside.</summary>
/// <param name="Walks">The walks it moved, as they now stand: none, one, or one ended and another begun.</param>
public sealed record HandlingTurn(Handling Handling, IReadOnlyList<SubjectFact> Facts, IReadOnlyList<Walk> Walks, IReadOnlyList<Command> Commands);

/// <summary>A fact and what it is about: the contact, or a walk of it.</summary>
public readonly record struct SubjectFact(Guid Subject, Fact Fact);

/// <summary>Who acts at the desk.</summary>
/// <param name="AgentName">The one who has the contact, as a refusal names them.</param>
/// <param name="SpareReferral">The id a referral gets, should one be opened; <paramref name="SpareWalk"/> likewise.</param>
public sealed record DeskStanding(Actor Who, string AgentName, ReferralId SpareReferral, WalkId SpareWalk);
