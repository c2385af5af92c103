using Answerable.Model.Journal;

namespace Answerable.Model.People;

/// <param name="Name">The seal of their name, so that another put in its place is found; the name itself is not told.</param>
[FactName("person.invited")]
public sealed record PersonInvited(PersonId Person, IReadOnlyList<Role> Roles, TeamId? Team, string? Name = null) : Fact;

[FactName("person.moved")]
public sealed record PersonMoved(PersonId Person, TeamId? From, TeamId? To) : Fact;

[FactName("person.roles-changed")]
public sealed record RolesChanged(PersonId Person, IReadOnlyList<Role> From, IReadOnlyList<Role> To) : Fact;

[FactName("person.deactivated")]
public sealed record PersonDeactivated(PersonId Person, [Typed] string Reason) : Fact;

[FactName("person.reactivated")]
public sealed record PersonReactivated(PersonId Person) : Fact;

[FactName("person.signed-in")]
public sealed record PersonSignedIn(PersonId Person, bool SecondFactor) : Fact;

[FactName("person.sign-in-refused")]
public sealed record SignInRefused(PersonId Person, string Why) : Fact;

[FactName("person.password-changed")]
public sealed record PasswordChanged(PersonId Person) : Fact;

[FactName("person.second-factor-set")]
public sealed record SecondFactorSet(PersonId Person, bool On) : Fact;

[FactName("person.invitation-renewed")]
public sealed record InvitationRenewed(PersonId Person) : Fact;

/// <summary>The one-time way in was sent to the person's own address.</summary>
[FactName("person.invitation-mailed")]
public sealed record InvitationMailed(PersonId Person) : Fact;

[FactName("team.formed")]
public sealed record TeamFormed(TeamId Team, [Typed] string Name) : Fact;

/// <summary>What an agent says they are doing: ready for contacts, on a break, in training, away.</summary>
[FactName("person.presence-changed")]
public sealed record PresenceChanged(PersonId Person, Presence From, Presence To) : Fact;

/// <summary>A recovery code of the second factor was used up.</summary>
[FactName("person.recovery-code-used")]
public sealed record RecoveryCodeUsed(PersonId Person, int Left) : Fact;

[FactName("person.signed-out")]
public sealed record PersonSignedOut(PersonId Person) : Fact;

/// <summary>Somebody else, or the person, ended all sessions but the one it was done in.</summary>
[FactName("person.sessions-ended")]
public sealed record SessionsEnded(PersonId Person) : Fact;

/// <summary>How long a session goes on untouched, and whose roles are only theirs with a second factor.</summary>
[FactName("people.sign-in-rules-changed")]
public sealed record SignInRulesChanged(int IdleMinutes, IReadOnlyList<Role> SecondFactor) : Fact;

/// <summary>What one alone may not do was asked for, and waits for a second person.</summary>
/// <param name="What">A kind of it, such as <c>limit</c>.</param>
/// <param name="Matter">The hash of what was asked for and of the words it was shown by, so that another put in its place is found.</param>
[FactName("countersignature.asked")]
public sealed record CountersignatureAsked(CountersignatureId Id, string What, [Typed] string Why, string? Matter = null) : Fact;

[FactName("countersignature.given")]
public sealed record CountersignatureGiven(CountersignatureId Id) : Fact;

/// <summary>Refused by a second person, or taken back by whoever asked.</summary>
[FactName("countersignature.withheld")]
public sealed record CountersignatureWithheld(CountersignatureId Id) : Fact;

[FactName("person.passkey-added")]
public sealed record PasskeyAdded(PersonId Person, Guid Passkey) : Fact;

[FactName("person.passkey-removed")]
public sealed record PasskeyRemoved(PersonId Person, Guid Passkey) : Fact;
