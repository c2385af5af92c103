using Answerable.Analysis.Measures;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>
/// What the journal keeps that a rehearsal can rest on: all that came in of late, the walks of the procedure, who was there, what was
/// asked.
/// </summary>
/// <param name="Contacts">All contacts of the last weeks, of every type.</param>
/// <param name="Walks">Walks of the procedure, of any version: keys of nodes are stable over versions.</param>
/// <param name="Amounts">Amounts asked for, by kind of decision, the approved and the refused alike.</param>
/// <param name="People">Those who work here now, by their highest role in the line.</param>
/// <param name="Presence">What they said they were doing.</param>
/// <param name="Invented">The contacts are those of a demo centre.</param>
public sealed record TwinRecords(
    string Type, ProcedureId Procedure, DateTimeOffset From, IReadOnlyList<TwinVersion> Versions, IReadOnlyList<Contact> Contacts,
    IReadOnlyList<Walk> Walks, IReadOnlyList<PastReferral> Referrals, IReadOnlyList<(string Kind, long Pence)> Amounts,
    IReadOnlyDictionary<PersonId, Role> People, IReadOnlyList<PresenceLine> Presence, Matrix Matrix, IReadOnlyList<DecisionKind> Kinds,
    bool Invented);

/// <summary>A referral that was answered.</summary>
/// <param name="Node">Where it was asked, in the procedure rehearsed; none for those of others.</param>
public sealed record PastReferral(ReferralMatter Matter, string? Node, Role To, DateTimeOffset? AcceptedAt, DateTimeOffset ClosedAt,
    ReferralState State);
