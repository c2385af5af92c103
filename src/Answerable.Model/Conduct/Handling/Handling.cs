namespace Answerable.Model.Conduct;

/// <summary>A contact on somebody's desk as it stands: who has it, for which case, and the walk that guides it, where one does.</summary>
public sealed record Handling(ContactId Contact, CaseId Case, PersonId Agent, DateTimeOffset TakenAt)
{
    public CustomerId? Customer { get; init; }
    public string? Type { get; init; }
    public WalkId? Walk { get; init; }
    /// <summary>A referral of a contact that no procedure guides.</summary>
    public ReferralId? FreeReferral { get; init; }
    public DateTimeOffset? HeldAt { get; init; }
    public DateTimeOffset? LeftAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why somebody may not work on it: it is closed, or with another. Nothing where it is open and theirs.</summary>
    /// <param name="agentName">The one who has it, as the refusal names them.</param>
    public Refusal? Barred(PersonId? by, string agentName) =>
        ClosedAt is not null ? DeskRefusals.Closed
        : Agent != by ? DeskRefusals.WithAnother(agentName)
        : null;
}
