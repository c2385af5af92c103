using Answerable.Model.Journal;

namespace Answerable.Model.Contacts;

/// <summary>
/// One contact, folded from its facts. Instants are kept and durations derived, so that facts that arrive out of order
/// come to the same contact.
/// </summary>
public sealed record Contact(ContactId Id, FactKind Kind, string Source, DateTimeOffset ArrivedAt)
{
    public Channel Channel { get; init; }
    public Direction Direction { get; init; }
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

    /// <summary>Time on hold recorded as a sum, without when.</summary>
    public long HoldRecordedMs { get; init; }
    public Holds? Holds { get; init; }

    /// <summary>Where its source records each stretch of it apart.</summary>
    public Legs? Legs { get; init; }

    /// <summary>When the customer left unanswered: when it was told, or else when the contact ended without an answer.</summary>
    public DateTimeOffset? LeftAt => AnsweredAt is null ? AbandonedAt ?? EndedAt : null;

    public ContactState State =>
        Excluded ? ContactState.Excluded
        : AnsweredAt is null ? LeftAt is null ? ContactState.Waiting : ContactState.Abandoned
        : ClosedAt is not null ? ContactState.Handled
        : EndedAt is not null ? ContactState.Wrapping
        : ContactState.Talking;

    /// <summary>
    /// From joining its first queue (or arriving, where none was joined before the answer) to the first answer or to leaving. Whoever is put into a
    /// queue again by the one who answered has had their wait. Null where nothing says when it began, or that it was none: it is not known.
    /// </summary>
    public long? WaitMs => (WaitsSince, AnsweredAt ?? LeftAt) switch
    {
        (_, null) => 0,
        (null, _) => null,
        ({ } since, { } over) => Between(since, over),
    };

    /// <summary>Time on hold, which lies within the conversation; a hold still open when the conversation ended ends with it. Null where it is not
    /// known, as with the other times.</summary>
    public long? HoldMs => AnsweredAt is null ? 0 : Unsaid(Unknown.Hold) ? null : HeldMs;

    /// <summary>Conversation less hold; there is none that is known where its end was told before its answer.</summary>
    public long? TalkMs => AnsweredAt is null ? 0 : Unsaid(Unknown.Talk) || EndedAt < AnsweredAt ? null
        : Math.Max(0, Between(AnsweredAt.Value, EndedAt) - HeldMs);

    /// <summary>After-contact work; nobody knows of it where nobody told its end.</summary>
    public long? WrapMs => EndedAt is null ? 0 : Unsaid(Unknown.Wrap) || Told is { NeverWrapped: true } ? null : Between(EndedAt.Value, ClosedAt);

    /// <summary>Conversation, hold and after-contact work, all of them known; of one never wrapped what went before.</summary>
    public long? HandleMs => TalkMs + HoldMs + (Told is { NeverWrapped: true } ? 0 : WrapMs);

    /// <summary>What it took to handle it, of which lists, pages and downloads speak; nothing is said of one that is not closed yet.</summary>
    public long? HandledInMs => State is ContactState.Handled ? HandleMs : null;

    /// <summary>Which of its times are not known.</summary>
    public Unknown Unknown => Unknown.Wait.If(WaitMs is null) | Unknown.Talk.If(TalkMs is null) | Unknown.Hold.If(HoldMs is null)
        | Unknown.Wrap.If(WrapMs is null);

    private long HeldMs => AnsweredAt is not { } answered || HoldRecordedMs == 0 && Holds is null ? 0
        : Math.Min(HoldRecordedMs + (Holds?.Within(answered, EndedAt) ?? 0), EndedAt is null ? long.MaxValue : Between(answered, EndedAt));

    private bool Unsaid(Unknown time) => Told is { } told && told.Unknown.Has(time);

    private DateTimeOffset? WaitsSince => Unsaid(Unknown.Wait) ? null
        : QueuedAt <= (AnsweredAt ?? LeftAt) ? QueuedAt
        : Told is { Arrived: null } ? null
        : ArrivedAt;

    private static long Between(DateTimeOffset from, DateTimeOffset? to) =>
        to is null ? 0 : Math.Max(0, (long)(to.Value - from).TotalMilliseconds);
}
