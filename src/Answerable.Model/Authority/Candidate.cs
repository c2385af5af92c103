using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>One who might take a referral.</summary>
/// <param name="Role">Their highest role in the line.</param>
/// <param name="Since">Since when they have been as they are; the longest idle goes first.</param>
/// <param name="Waiting">Referrals that already wait with them.</param>
public sealed record Candidate(PersonId Person, string Name, Role Role, TeamId? Team, Presence Presence, DateTimeOffset Since, int Waiting = 0)
{
    /// <summary>Their other roles of the line.</summary>
    public IReadOnlyList<Role> Beside { get; init; } = [];

    public Decider Decider => new(Person, Role) { Beside = Beside };

    /// <summary>At work, so that a referral put to them will be seen.</summary>
    public bool AtWork => Presence is Presence.Ready or Presence.Busy or Presence.OtherWork;
}

/// <summary>Finds who a referral goes to.</summary>
public static class Candidates
{
    /// <summary>
    /// Ready first, then the lowest sufficient authority, the requester's own team before others, those with fewer waiting, the longest idle.
    /// Nobody at work: null, and it waits for whoever of the role comes first.
    /// </summary>
    public static Candidate? Find(IEnumerable<Candidate> candidates, PersonId requester, TeamId? team, Func<Candidate, bool> sufficient) => candidates
        .Where(candidate => candidate.Person != requester && candidate.AtWork && sufficient(candidate))
        .OrderBy(candidate => candidate.Presence != Presence.Ready)
        .ThenBy(candidate => candidate.Role)
        .ThenBy(candidate => team is null || candidate.Team != team)
        .ThenBy(candidate => candidate.Waiting)
        .ThenBy(candidate => candidate.Since)
        .ThenBy(candidate => candidate.Person.Value)
        .FirstOrDefault();
}
