using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>One contact's way through a procedure version, as its facts have made it. It can be put down and taken up at any point.</summary>
public sealed record Walk(WalkId Id, ContactId Contact, CaseId Case, CustomerId? Customer, ProcedureId Procedure, int Version)
{
    /// <summary>The key of the node it stands at.</summary>
    public string At { get; init; } = "";
    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset Since { get; init; }
    /// <summary>Hold and absence at this node so far.</summary>
    public long PausedMs { get; init; }
    public DateTimeOffset? PausedAt { get; init; }
    public bool Held { get; init; }
    public bool Left { get; init; }
    public PersonId Agent { get; init; }
    /// <summary>How many times it has moved: a form made for an earlier place is stale.</summary>
    public int Turn { get; init; }
    public IReadOnlyList<Visit> Trail { get; init; } = [];
    public IReadOnlyDictionary<string, Noted> Known { get; init; } = new Dictionary<string, Noted>();
    public IReadOnlyList<WalkNote> Notes { get; init; } = [];
    public Waiting? Waiting { get; init; }
    public IReadOnlyList<Approval> Approvals { get; init; } = [];
    /// <summary>Nodes where a referral was refused.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];
    /// <summary>What was refused, by whom and when, so that it is not asked for again as it was.</summary>
    public IReadOnlyList<Denial> Denials { get; init; } = [];

    /// <summary>Nodes gone back over: doing them again replaces what was done.</summary>
    public IReadOnlyList<string> Reopened { get; init; } = [];
    /// <summary>The answer last given at each decision, gone back over or not.</summary>
    public IReadOnlyDictionary<string, string> Answered { get; init; } = new Dictionary<string, string>();
    public WalkEnd? End { get; init; }

    public long SpentMs(DateTimeOffset at) =>
        Math.Max(0, (long)((PausedAt ?? at) - Since).TotalMilliseconds - PausedMs);

    public Noted? Fact(string field) => Known.GetValueOrDefault(field);
}

public enum VisitKind
{
    Done = 0,
    Answered = 1,
    Skipped = 2,
}

/// <summary>A node left behind on the way.</summary>
public sealed record Visit(string Node, VisitKind Kind, DateTimeOffset At, long Ms, PersonId By)
{
    public string? Answer { get; init; }
    public SkipReason Reason { get; init; }
    /// <summary>The approval a decision here rests on.</summary>
    public ReferralId? Under { get; init; }
}

public sealed record WalkNote(string Node, Guid Words, DateTimeOffset At, PersonId By);

/// <summary>A referral whose answer is awaited.</summary>
public sealed record Waiting(string Node, ReferralId Referral, string? DecisionKind, long? Pence, DateTimeOffset Since);

/// <param name="Ending">The outcome's name; the reason's words where the walk was broken off.</param>
public sealed record WalkEnd(string Ending, bool Resolved, bool BrokenOff, DateTimeOffset At);
