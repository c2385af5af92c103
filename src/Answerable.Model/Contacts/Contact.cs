using Answerable.Model.Journal;

namespace Answerable.Model.Contacts;

/// <summary>
/// One contact, folded from its facts. Instants are kept and durations derived, so that facts that arrive out of order
/// come to the same contact.
/// </summary>
public sealed record Contact(ContactId Id, FactKind Kind, string Source, DateTimeOffset ArrivedAt)
{
    public Channel Channel { get; init; }
    public string Queue { get; init; } = "";
    public string? Type { get; init; }
    public CustomerId? Customer { get; init; }
    /// <summary>When it joined its first queue.</summary>
    public DateTimeOffset? QueuedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? AbandonedAt { get; init; }
    public PersonId? Agent { get; init; }
    public string? AgentName { get; init; }
    public TeamId? Team { get; init; }
    public ProcedureId? Procedure { get; init; }
    public int? Version { get; init; }
    public bool? Resolved { get; init; }
    public bool Excluded { get; init; }
    public long Revision { get; init; }
    public Told? Told { get; init; }

    /// <summary>Sum of the ends less sum of the beginnings of holds, in milliseconds; whole once every hold has ended.</summary>
    public long HoldBalanceMs { get; init; }
    public int OpenHolds { get; init; }

    public ContactState State =>
        Excluded ? ContactState.Excluded
        : AnsweredAt is null ? AbandonedAt is null ? ContactState.Waiting : ContactState.Abandoned
        : ClosedAt is not null ? ContactState.Handled
        : EndedAt is not null ? ContactState.Wrapping
        : ContactState.Talking;

    /// <summary>
    /// From joining its first queue (or arriving, where none was joined before the answer) to the first answer or to leaving. Whoever is put into a
    /// queue again by the one who answered has had their wait.
    /// </summary>
    public long WaitMs => Between(QueuedAt > (AnsweredAt ?? AbandonedAt) ? ArrivedAt : QueuedAt ?? ArrivedAt, AnsweredAt ?? AbandonedAt);

    /// <summary>Time on hold; a hold still open when the conversation ended ends with it.</summary>
    public long HoldMs => Math.Max(0, OpenHolds > 0 && EndedAt is { } end
        ? HoldBalanceMs + OpenHolds * end.ToUnixTimeMilliseconds()
        : OpenHolds > 0 ? 0 : HoldBalanceMs);

    /// <summary>Conversation less hold.</summary>
    public long TalkMs => AnsweredAt is null ? 0 : Math.Max(0, Between(AnsweredAt.Value, EndedAt) - HoldMs);

    /// <summary>After-contact work.</summary>
    public long WrapMs => EndedAt is null ? 0 : Between(EndedAt.Value, ClosedAt);

    /// <summary>Conversation, hold and after-contact work.</summary>
    public long HandleMs => TalkMs + HoldMs + WrapMs;

    /// <summary>What it took to handle it, of which lists, pages and downloads speak; nothing is said of one that is not closed yet.</summary>
    public long? HandledInMs => State is ContactState.Handled ? HandleMs : null;

    private static long Between(DateTimeOffset from, DateTimeOffset? to) =>
        to is null ? 0 : Math.Max(0, (long)(to.Value - from).TotalMilliseconds);
}
