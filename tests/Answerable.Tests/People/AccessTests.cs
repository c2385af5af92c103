using Answerable.Model.People;

namespace Answerable.Tests.People;

public sealed class AccessTests
{
    [Fact]
    public void Anyone_may_see_what_is_for_anyone_and_what_is_for_those_signed_in_takes_a_role()
    {
        Assert.True(Access.Allows([], Permission.Anyone));
        Assert.False(Access.Allows([], Permission.SignedIn));
        Assert.True(Access.Allows([Role.Agent], Permission.SignedIn));
    }

    [Fact]
    public void Of_two_roles_one_that_holds_a_permission_is_enough()
    {
        Assert.True(Access.Allows([Role.Agent, Role.Manager], Permission.SetAuthority));
        Assert.False(Access.Allows([Role.Agent, Role.SeniorAgent], Permission.SetAuthority));
        Assert.False(Access.Allows([], Permission.SetAuthority));
    }

    [Fact]
    public void An_actor_may_what_is_for_anyone_what_is_granted_and_what_the_roles_hold_and_nothing_else()
    {
        var key = Actor.Key("telephony", Permission.DeliverEvents);
        Assert.True(key.May(Permission.Anyone));
        Assert.True(key.May(Permission.DeliverEvents));
        Assert.False(key.May(Permission.SignedIn));
        var agent = Of(Role.Agent);
        Assert.True(agent.May(Permission.HandleContacts));
        Assert.False(agent.May(Permission.DeliverEvents));
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.True(Actor.System.May(permission)));
    }

    [Theory]
    [InlineData(Role.Manager, Role.Agent, Role.Manager, Role.Designer)]
    [InlineData(Role.TeamLeader, Role.TeamLeader, Role.SeniorAgent)]
    [InlineData(null, Role.Designer, Role.Administrator)]
    public void The_highest_role_of_the_line_counts_and_none_beside_it(Role? line, params Role[] roles) =>
        Assert.Equal(line, Of(roles).Line);

    [Fact]
    public void Whoever_has_no_role_is_nowhere_in_the_line_and_has_their_own_account_all_the_same() =>
        Assert.Equal((null, true), (Of().Line, Of().May(Permission.SignedIn)));

    [Fact]
    public void The_products_own_hand_is_said_by_name() => Assert.Equal("System", Actor.System.Name);

    [Theory]
    [InlineData("Agent|Senior agent|Team leader|Manager|Designer|Compliance|Planner|Assessor|Verifier|Administrator")]
    public void Every_role_is_called_as_the_standards_call_it(string words) =>
        Assert.Equal(words.Split('|'), Roles.All.Select(role => role.Words()));

    [Theory]
    [InlineData("Signed out|Ready|With a customer|On a break|In training|Other work")]
    public void Every_presence_has_its_words(string words) =>
        Assert.Equal(words.Split('|'), Enum.GetValues<Presence>().Select(presence => presence.Words()));

    private static Actor Of(params Role[] roles) => Actor.Of(new PersonId(Guid.Empty), "Dawn", roles, null);
}
