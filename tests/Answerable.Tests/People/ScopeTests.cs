using Answerable.Model.People;

namespace Answerable.Tests.People;

public sealed class ScopeTests
{
    [Theory]
    [InlineData(Role.Agent, Permission.HandleContacts, Scope.Own)]
    [InlineData(Role.SeniorAgent, Permission.HandleContacts, Scope.Team)]
    [InlineData(Role.TeamLeader, Permission.HandleContacts, Scope.Team)]
    [InlineData(Role.TeamLeader, Permission.ReadContacts, Scope.Team)]
    [InlineData(Role.TeamLeader, Permission.ReadMeasures, Scope.Team)]
    [InlineData(Role.TeamLeader, Permission.ReadPeople, Scope.Team)]
    [InlineData(Role.TeamLeader, Permission.TakeReferrals, Scope.Centre)]
    [InlineData(Role.Manager, Permission.ReadContacts, Scope.Centre)]
    [InlineData(Role.Compliance, Permission.ReadContacts, Scope.Centre)]
    [InlineData(Role.Planner, Permission.ReadMeasures, Scope.Centre)]
    [InlineData(Role.Agent, Permission.ReadContacts, null)]
    public void A_permission_reaches_as_far_as_the_role_answers_for(Role role, Permission permission, Scope? scope) =>
        Assert.Equal(scope, Access.ScopeOf(role, permission));

    [Fact]
    public void Whoever_has_two_roles_sees_as_far_as_the_wider() => Assert.Equal(Scope.Centre,
        Actor.Of(new PersonId(Guid.Empty), "Dawn", [Role.TeamLeader, Role.Compliance], null).ScopeOf(Permission.ReadContacts));

    [Fact]
    public void A_permission_that_is_not_held_reaches_nothing_and_one_granted_outright_reaches_all()
    {
        Assert.Null(Actor.Key("Telephony", Permission.DeliverEvents).ScopeOf(Permission.ReadContacts));
        Assert.Equal(Scope.Centre, Actor.System.ScopeOf(Permission.ReadPeople));
    }

    [Fact]
    public void Every_role_reaches_something_of_what_it_may_and_nothing_of_what_it_may_not() =>
        Assert.All(Roles.All, role => Assert.All(Enum.GetValues<Permission>(), permission =>
            Assert.Equal(Access.Allows(role, permission), Access.ScopeOf(role, permission) is not null)));
}
