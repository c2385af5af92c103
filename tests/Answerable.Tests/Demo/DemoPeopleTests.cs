using Answerable.App.Demo;
using Answerable.Model.People;

namespace Answerable.Tests.Demo;

public sealed class DemoPeopleTests
{
    [Fact]
    public void About_sixty_people_work_in_six_teams_each_with_a_leader()
    {
        Assert.InRange(DemoPeople.All.Count, 55, 65);
        Assert.Equal(6, DemoTeams.All.Count);
        Assert.All(DemoTeams.All, team => Assert.Equal(Role.TeamLeader, DemoPeople.Leader(team).Role));
        Assert.All(DemoTeams.All, team => Assert.Equal(Role.SeniorAgent, DemoPeople.Senior(team).Role));
    }

    [Fact]
    public void Nobody_is_there_twice_and_no_address_could_be_anybodys()
    {
        Assert.Equal(DemoPeople.All.Count, DemoPeople.All.Select(person => person.Email).Distinct().Count());
        Assert.Equal(DemoPeople.All.Count, DemoPeople.All.Select(person => person.Id).Distinct().Count());
        Assert.All(DemoPeople.All, person => Assert.EndsWith(".example", person.Email, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_role_has_an_account_to_look_round_with()
    {
        Assert.Equal(Roles.All, DemoAccounts.All.Select(account => account.Role));
        // As good as any, but known to everybody: nobody may choose it.
        Assert.Equal("password.demo", Assert.Single(PasswordRules.Check(DemoAccounts.Password, DemoAccounts.Password)).Code);
    }
}
