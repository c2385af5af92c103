using Answerable.App.Journal;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>A referral as the journal tells it so far.</summary>
/// <param name="In">The line that tells that it was opened.</param>
/// <param name="Asked">What was told beside it where a decision was asked for.</param>
internal sealed record ReferralTold(Entry? In, ReferralOpened? Opened, DecisionReferred? Asked)
{
    public static readonly ReferralTold Nothing = new(null, null, null);

    private ReferralState State { get; init; }
    private (Role Role, PersonId? Person) To { get; init; }
    private (PersonId By, DateTimeOffset At)? Accepted { get; init; }
    private DateTimeOffset? GivenBackAt { get; init; }
    private DateTimeOffset? ClosedAt { get; init; }
    private PersonId? DecidedBy { get; init; }
    private long? ApprovedPence { get; init; }
    private Guid? Answer { get; init; }

    public ReferralTold Hear(Entry entry, Fact fact) => fact switch
    {
        ReferralOpened opened => this with { In = entry, Opened = opened, To = (opened.ToRole, opened.AssignedTo) },
        ReferralAccepted accepted => this with { State = ReferralState.Accepted, Accepted = (accepted.By, entry.At), GivenBackAt = null },
        ReferralPassedOn passed => Open(passed.ToRole, passed.AssignedTo) with { Answer = passed.Reason ?? Answer },
        ReferralGivenBack back => Open(back.ToRole, back.AssignedTo) with { GivenBackAt = entry.At },
        ReferralApproved approved => Decided(ReferralState.Approved, approved.By, entry) with
        {
            ApprovedPence = approved.Pence,
            Answer = approved.Reason,
        },
        ReferralRefused refused => Decided(ReferralState.Refused, refused.By, entry) with { Answer = refused.Reason },
        ReferralTakenOver taken => Decided(ReferralState.TakenOver, taken.By, entry),
        ReferralWithdrawn => this with { State = ReferralState.Withdrawn, ClosedAt = entry.At },
        _ => this,
    };

    /// <summary>Whether a row says of its opening what was told.</summary>
    public bool IsOpened(ReferralRow row) => Opened is { } told
        && (row.Matter, row.DecisionKind, row.Pence, row.Contact, row.RequestedBy) == (told.Matter, told.DecisionKind, told.Pence, told.Contact,
            told.RequestedBy)
        && (row.Case, row.Walk, row.Node, row.Urgent, row.Words, row.Kind) == (told.Case ?? row.Case, told.Walk, told.Step, told.Urgent, told.Reason,
            In!.Kind)
        && KeptInstant.Same(row.OpenedAt, In.At) && KeptInstant.Same(row.AnswerBy, told.AnswerBy)
        && (Asked is null || (row.TotalPence, row.LimitId, row.Why, row.Procedure, row.Version)
            == (Asked.TotalPence, Asked.LimitId, Asked.Why, Asked.Procedure, Asked.Version));

    /// <summary>Whether a row says what became of it as was told.</summary>
    public bool IsAnswered(ReferralRow row) =>
        (row.State, row.ToRole, row.AssignedTo, row.AcceptedBy) == (State, To.Role, To.Person, Accepted?.By)
        && (row.DecidedBy, row.ApprovedPence, row.Answer) == (DecidedBy, ApprovedPence, Answer)
        && KeptInstant.Same(row.AcceptedAt, Accepted?.At) && KeptInstant.Same(row.GivenBackAt, GivenBackAt)
        && KeptInstant.Same(row.ClosedAt, ClosedAt);

    private ReferralTold Open(Role role, PersonId? person) => this with { State = ReferralState.Open, To = (role, person), Accepted = null };

    private ReferralTold Decided(ReferralState state, PersonId by, Entry entry) =>
        this with { State = state, DecidedBy = by, ClosedAt = entry.At };
}
