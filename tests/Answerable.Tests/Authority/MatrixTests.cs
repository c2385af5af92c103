using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Authority;

public sealed class MatrixTests
{
    private static readonly Decider Agent = new(Person(1), Role.Agent);
    private static readonly Decider Senior = new(Person(2), Role.SeniorAgent);

    [Fact]
    public void Fifty_pounds_is_allowed_against_a_limit_of_fifty_and_a_penny_more_goes_to_the_next_role()
    {
        Assert.True(Judge(5000).Allowed);
        var over = Judge(5001);
        Assert.False(over.Allowed);
        Assert.Equal(Role.SeniorAgent, over.ReferTo);
        Assert.Equal("Goodwill of £50.01 is over the agent's limit of £50.00 a contact.", over.Sentence);
    }

    [Fact]
    public void Forty_and_forty_on_one_case_is_eighty_and_goes_beyond_the_one_whose_limit_is_seventy_five()
    {
        Given[] given = [new("goodwill", 4000, Contact(1), Case(1), Customer(1), Day)];
        var second = Usual.Judge(Goodwill, new Asked("goodwill", 4000, Contact(2), Case(1), Customer(1)), Agent, given, Day.AddHours(2));
        Assert.False(second.Allowed);
        Assert.Equal(8000, second.TotalPence);
        Assert.Equal(Role.TeamLeader, second.ReferTo);
        Assert.Equal("Goodwill of £40.00 brings the total to £80.00, over the agent's limit of £50.00 a case.", second.Sentence);
    }

    [Fact]
    public void Another_case_starts_from_nothing() => Assert.True(
        Usual.Judge(Goodwill, new Asked("goodwill", 4000, Contact(2), Case(2), Customer(1)), Agent,
            [new("goodwill", 4000, Contact(1), Case(1), Customer(1), Day)], Day).Allowed);

    [Fact]
    public void A_decision_of_the_first_of_March_is_judged_by_the_matrix_of_that_day_after_a_change_on_the_second()
    {
        var changed = new Matrix([Of(Role.Agent, 5000, to: Day.AddDays(1)), Of(Role.Agent, 2000, from: Day.AddDays(1)), Of(Role.TeamLeader, 25000)]);
        var asked = new Asked("goodwill", 4000, Contact(1), Case(1), null);
        Assert.True(changed.Judge(Goodwill, asked, Agent, [], Day).Allowed);
        Assert.False(changed.Judge(Goodwill, asked, Agent, [], Day.AddDays(1)).Allowed);
    }

    [Fact]
    public void What_was_given_later_does_not_change_how_an_earlier_decision_was_judged() => Assert.True(
        Judge(4000, new Given("goodwill", 4000, Contact(1), Case(1), null, Day.AddHours(1))).Allowed);

    /// <summary>Whoever is given one role more may decide no less than before.</summary>
    [Fact]
    public void Of_several_roles_the_widest_limit_counts_whichever_is_the_higher()
    {
        var both = Decider.Of(Person(1), [Role.Agent, Role.Planner, Role.TeamLeader]);
        Assert.Equal([Role.TeamLeader, Role.Agent], both.Beside.Prepend(both.Role));
        var unlimited = new Matrix([Of(Role.Agent, 5000), Of(Role.Manager, null)]);
        Assert.True(unlimited.Judge(Goodwill, Ask(5000), both, [], Day).Allowed);
        var over = unlimited.Judge(Goodwill, Ask(5001), both, [], Day);
        Assert.Equal(("Goodwill of £50.01 is over the agent's limit of £50.00 a contact.", Role.Manager), (over.Sentence, over.ReferTo));
        Assert.Equal(5000, unlimited.Headroom(Goodwill, Ask(0), both, [], Day));

        Assert.Equal(25000, Usual.LimitOf("goodwill", both, Day)!.PerContactPence);
        var turned = new Matrix([Of(Role.Agent, 5000), Of(Role.TeamLeader, 100)]);
        Assert.Equal(5000, turned.LimitOf("goodwill", both, Day)!.PerContactPence);
        Assert.Null(new Matrix([Of(Role.Agent, null), Of(Role.TeamLeader, 100)]).LimitOf("goodwill", both, Day)!.PerContactPence);
        Assert.Equal(2000, new Matrix([.. Usual.Limits, Own(Person(1), 2000)]).LimitOf("goodwill", both, Day)!.PerContactPence);
        Assert.Null(new Matrix([Of(Role.SeniorAgent, 5000)]).LimitOf("goodwill", both, Day));
        Assert.Equal(Role.Agent, Decider.Of(Person(1), [Role.Planner]).Role);
    }

    [Fact]
    public void A_persons_own_limit_stands_in_place_of_the_roles()
    {
        var matrix = new Matrix([.. Usual.Limits, Own(Person(1), 2000)]);
        Assert.False(matrix.Judge(Goodwill, Ask(3000), Agent, [], Day).Allowed);
        Assert.True(matrix.Judge(Goodwill, Ask(3000), new Decider(Person(9), Role.Agent), [], Day).Allowed);
    }

    [Fact]
    public void A_window_counts_what_one_customer_was_given_in_it_and_forgets_what_came_before()
    {
        var rolling =
            new Matrix([new Limit(Guid.Empty, "goodwill", Role.Agent, null, Day.AddYears(-1), null) { PerCustomer = new RollingCap(10000, 30) }]);
        var asked = new Asked("goodwill", 4000, Contact(9), Case(9), Customer(1));
        Given[] given = [Gave(3000, -31), Gave(3000, -29), Gave(3000, -1)];
        Assert.True(rolling.Judge(Goodwill, asked, Agent, given, Day).Allowed);
        Assert.False(rolling.Judge(Goodwill, asked with { Pence = 4001 }, Agent, given, Day).Allowed);
        Assert.Equal(4000, rolling.Headroom(Goodwill, asked, Agent, given, Day));
    }

    [Fact]
    public void A_kind_without_money_is_allowed_where_a_limit_names_it_and_nowhere_else()
    {
        var exception = new DecisionKind("goodwill", "Exception", Money: false);
        var matrix = new Matrix([Of(Role.TeamLeader, null)]);
        var judged = matrix.Judge(exception, Ask(null), Agent, [], Day);
        Assert.False(judged.Allowed);
        Assert.Equal(Role.TeamLeader, judged.ReferTo);
        Assert.True(matrix.Judge(exception, Ask(null), new Decider(Person(3), Role.TeamLeader), [], Day).Allowed);
    }

    [Fact]
    public void Whoever_asks_may_not_approve()
    {
        var refused = FourEyes.Approve(Person(2), Senior, Usual, Goodwill, Ask(6000), [], Day);
        Assert.Equal("authority.own-request", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public void An_approver_whose_limit_is_seventy_five_cannot_approve_what_comes_to_eighty()
    {
        Given[] given = [new("goodwill", 4000, Contact(1), Case(1), null, Day)];
        var refused = FourEyes.Approve(Person(1), Senior, Usual, Goodwill, new Asked("goodwill", 4000, Contact(2), Case(1), null), given, Day);
        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal("authority.over-limit", refusal.Code);
        Assert.EndsWith("The team leader may decide it: pass it on.", refusal.Text, StringComparison.Ordinal);
        Assert.True(FourEyes.Approve(Person(1), Senior, Usual, Goodwill, Ask(6000), [], Day).Allowed);
    }

    private static Given Gave(long pence, int days) => new("goodwill", pence, Contact(days + 100), Case(days + 100), Customer(1), Day.AddDays(days));
    private static Asked Ask(long? pence) => new("goodwill", pence, Contact(1), Case(1), null);
    private static Judgement Judge(long pence, params Given[] given) => Usual.Judge(Goodwill, Ask(pence), Agent, given, Day);
}
