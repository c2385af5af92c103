using Answerable.Model.Contacts;


namespace Answerable.App.Demo.Walks;

/// <summary>One contact of the last minutes.</summary>
/// <param name="Queue">Where it waited.</param>
/// <param name="SecondsAgo">When it was taken, or, where nobody has, when it came.</param>
/// <param name="Play">How far it has got.</param>
internal sealed record Scene(string Queue, string Type, int Customer, int SecondsAgo, Play Play, string? Agent = null)
{
    public Channel Channel { get; init; } = Channel.Phone;
    /// <summary>Moves before it stands still.</summary>
    public int Moves { get; init; } = 3;
    /// <summary>Answers given at decisions, by node; the first where none is told.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
    /// <summary>What is typed into fields that matter here.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    public string Key => $"now/{Queue}/{Type}/{Customer}";
}

internal enum Play
{
    /// <summary>Nobody has taken it yet.</summary>
    Waits,
    /// <summary>An agent is talking with the customer.</summary>
    Talks,
    /// <summary>The customer is on hold.</summary>
    Holds,
    /// <summary>Put down, to be resumed.</summary>
    IsLeft,
    /// <summary>Over the limit: asked, and nobody has accepted yet.</summary>
    Asks,
    /// <summary>Somebody has accepted and is looking at it.</summary>
    IsLookedAt,
    IsApproved,
    IsRefused,
    /// <summary>The contact itself waits to be taken over.</summary>
    IsReferred,
    /// <summary>Urgent, and taken over.</summary>
    IsTakenOver,
}
