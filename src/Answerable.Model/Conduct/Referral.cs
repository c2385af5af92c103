using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.Model.Conduct;

/// <summary>What a referral asks for: leave to decide, or that somebody else takes the contact.</summary>
public enum ReferralMatter
{
    Decision = 0,
    Contact = 1,
}

public enum ReferralState
{
    Open = 0,
    Accepted = 1,
    Approved = 2,
    Refused = 3,
    TakenOver = 4,
    Withdrawn = 5,
}

/// <summary>A referral as it stands, and the rules of what may happen to it next.</summary>
public sealed record Referral(ReferralId Id, ReferralMatter Matter, ReferralState State, PersonId RequestedBy, Role ToRole)
{
    public string? DecisionKind { get; init; }
    public long? Pence { get; init; }
    public PersonId? AssignedTo { get; init; }
    public PersonId? AcceptedBy { get; init; }

    public bool Waits => State is ReferralState.Open or ReferralState.Accepted;

    public Refusal? MayAccept(PersonId by, string accepterName)
    {
        if (State == ReferralState.Accepted && AcceptedBy != by)
            return new Refusal("referral.taken",
                $"{accepterName} has already accepted this referral. It is in good hands; the next one may be yours.");
        if (!Waits)
            return Closed();
        return by == RequestedBy ? OwnRequest() : null;
    }

    public Refusal? MayDecide(PersonId by, string accepterName)
    {
        if (!Waits)
            return Closed();
        if (by == RequestedBy)
            return OwnRequest();
        if (AcceptedBy is null)
            return new Refusal("referral.not-accepted", "Accept the referral first, so that nobody else works on it meanwhile.");
        return AcceptedBy == by ? null : new Refusal("referral.taken", $"{accepterName} has accepted this referral and decides it.");
    }

    /// <summary>The one who has it: who accepted it, or else to whom it was put.</summary>
    public PersonId? With => AcceptedBy ?? AssignedTo;

    /// <summary>To whom it is never passed on: to whoever asked, has it, passes it on, or had it before.</summary>
    public IReadOnlyCollection<PersonId> NeverTo(PersonId by, IEnumerable<PersonId> before) =>
        [RequestedBy, by, .. With is { } holder ? [holder] : Array.Empty<PersonId>(), .. before];

    /// <param name="to">The one who was found for it; nobody where it would wait for any of the role.</param>
    public Refusal? MayPassOn(PersonId? to, Role role) =>
        !Waits ? Closed()
        : to is { } person && (person == RequestedBy || person == With)
            ? new Refusal("referral.same-hands", "It is with them already, or they asked for it. Pass it on to somebody else, or decide it.")
        : to is null && With is null && role <= ToRole
            ? new Refusal("referral.waits-already",
                $"It waits for any {ToRole.Words().ToLowerInvariant()} already, and nobody else could take it now. Accept it, or leave it waiting.")
        : null;

    public Refusal? MayWithdraw(PersonId by) =>
        !Waits ? Closed()
        : by == RequestedBy ? null
        : new Refusal("referral.not-yours", "Only the person who asked may withdraw a referral; you may decide it or pass it on.");

    private Refusal Closed() => new("referral.closed", $"This referral is closed: it was {State.Words().ToLowerInvariant()}.");

    private static Refusal OwnRequest() =>
        new("referral.own-request", "You asked for this yourself, so somebody else decides it. It waits with them.", Rule: "four-eyes");
}

public static class ReferralStates
{
    public static string Words(this ReferralState state) => state switch
    {
        ReferralState.Open => "Waiting",
        ReferralState.Accepted => "Accepted",
        ReferralState.Approved => "Approved",
        ReferralState.Refused => "Refused",
        ReferralState.TakenOver => "Taken over",
        ReferralState.Withdrawn => "Withdrawn",
    };
}
