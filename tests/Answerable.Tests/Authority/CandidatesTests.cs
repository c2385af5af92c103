using Answerable.Model.Authority;
using Answerable.Model.People;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Authority;

public sealed class CandidatesTests
{
    private static readonly TeamId Ours = TeamId.From(Guid.Parse("00000000-0000-0000-0006-000000000001"));
    private static readonly TeamId Theirs = TeamId.From(Guid.Parse("00000000-0000-0000-0006-000000000002"));

    [Fact]
    public void One_who_is_ready_comes_before_one_of_lower_authority_who_is_busy() => Assert.Equal("Manager ready", Find(
        One(1, "Leader busy", Role.TeamLeader, Ours, Presence.Busy),
        One(2, "Manager ready", Role.Manager, Theirs, Presence.Ready)));

    [Fact]
    public void Of_those_ready_the_lowest_sufficient_authority_is_asked() => Assert.Equal("Leader elsewhere", Find(
        One(1, "Manager here", Role.Manager, Ours, Presence.Ready),
        One(2, "Leader elsewhere", Role.TeamLeader, Theirs, Presence.Ready),
        One(3, "Senior", Role.SeniorAgent, Ours, Presence.Ready)));

    [Fact]
    public void Ones_own_team_leader_comes_before_another_teams() => Assert.Equal("Ours", Find(
        One(1, "Theirs", Role.TeamLeader, Theirs, Presence.Ready, idle: 60),
        One(2, "Ours", Role.TeamLeader, Ours, Presence.Ready, idle: 1)));

    [Fact]
    public void Of_equals_the_one_with_fewest_waiting_and_then_the_longest_idle_is_asked()
    {
        Assert.Equal("Idle", Find(One(1, "Just back", Role.TeamLeader, Ours, Presence.Ready, idle: 1),
            One(2, "Idle", Role.TeamLeader, Ours, Presence.Ready, idle: 30)));
        Assert.Equal("Free", Find(One(1, "Free", Role.TeamLeader, Ours, Presence.Ready, idle: 1),
            One(2, "Laden", Role.TeamLeader, Ours, Presence.Ready, idle: 30) with { Waiting = 2 }));
    }

    [Fact]
    public void Nobody_is_found_among_those_away_and_never_the_one_who_asks() => Assert.Null(Find(
        One(1, "On a break", Role.TeamLeader, Ours, Presence.Break),
        One(2, "Gone home", Role.Manager, Ours, Presence.SignedOut),
        One(7, "Who asks", Role.TeamLeader, Ours, Presence.Ready)));

    private static string? Find(params Candidate[] candidates) =>
        Candidates.Find(candidates, Person(7), Ours, candidate => candidate.Role >= Role.TeamLeader)?.Name;

    private static Candidate One(int number, string name, Role role, TeamId team, Presence presence, int idle = 10) =>
        new(Person(number), name, role, team, presence, Day.AddMinutes(-idle));
}
