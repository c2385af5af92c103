using Answerable.Model.Authority;
using Answerable.Model.People;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Authority;

/// <summary>What is said where nobody may approve what is asked for.</summary>
public sealed class ReachTests
{
    private static readonly Decider[] Line = [.. Roles.Line.Select(role => new Decider(null, role))];
    private static readonly Decider Manager = new(Person(9), Role.Manager);

    [Theory]
    [InlineData(false, "a contact")]
    [InlineData(true, "a customer in 30 days")]
    public void Over_the_highest_limit_everybody_is_told_what_is_left_to_do(bool customer, string over)
    {
        var top = Of(Role.Manager, customer ? null : 100000) with { PerCustomer = customer ? new RollingCap(100000, 30) : null };
        var matrix = new Matrix([Of(Role.Agent, 5000), top]);
        var reach = Reach.Of(matrix, Goodwill, Ask(112050), Line, [], Day);
        Assert.False(reach.Covers(112050));
        Assert.True(reach.Covers(100000));
        Assert.Equal("As limits stand nobody may approve more than £1,000.00: for more, ask a manager for the limit to be set.", reach.AtStep());
        Assert.Equal("As limits stand nobody may approve £1,120.50, only up to £1,000.00. Enter an amount up to £1,000.00, "
            + "or ask a manager for the limit to be set.", reach.ToAsker(112050));
        Assert.Equal("As limits stand nobody may approve £1,120.50, only up to £1,000.00. It can only be refused or approved for less, "
            + "unless a manager has the limit set.", reach.Meanwhile(112050));
        Assert.Equal($"Goodwill of £1,120.50 is over the manager's limit of £1,000.00 {over}. As limits stand nobody may approve £1,120.50, "
            + "only up to £1,000.00. Approve up to £1,000.00, refuse it, or ask for the limit to be set.",
            FourEyes.Approve(Person(1), Manager, matrix, Goodwill, Ask(112050), [], Day).Refusals.Single().Text);
    }

    [Fact]
    public void What_was_given_on_the_case_leaves_less_or_nothing()
    {
        var matrix = new Matrix([Of(Role.Manager, 100000)]);
        var given = new Given("goodwill", 40000, Contact(2), Case(1), null, Day.AddDays(-1));
        Assert.Equal(60000, Reach.Of(matrix, Goodwill, Ask(1), Line, [given], Day).UpToPence);
        var nothing = Reach.Of(matrix, Goodwill, Ask(1), Line, [given with { Pence = 100000 }], Day);
        Assert.Equal((false, true), (nothing.Covers(1), nothing.Anybody));
        Assert.Equal("As limits stand nobody may approve any more of it: ask a manager for the limit to be set.", nothing.AtStep());
        Assert.Equal("As limits stand nobody may approve £0.01, nor any part of it. Refuse it, or ask for the limit to be set.",
            nothing.ToDecider(1, 0));
    }

    [Fact]
    public void A_decision_that_is_not_of_money_is_within_reach_where_any_role_or_person_may_take_it()
    {
        var kind = Goodwill with { Money = false };
        var nobody = Reach.Of(Matrix.Empty, kind, Ask(null), Line, [], Day);
        Assert.False(nobody.Covers(null));
        Assert.Equal("As limits stand nobody may approve it: it can only be refused. Ask a manager for the limit to be set.", nobody.AtStep());
        Assert.Equal("As limits stand nobody may approve it. Refuse it, or ask for the limit to be set.", nobody.ToDecider(null, 0));
        var person = Reach.Of(new Matrix([Own(Person(9), 0)]), kind, Ask(null), [.. Line, Manager], [], Day);
        Assert.Equal((true, null), (person.Covers(null), person.AtStep()));
    }

    [Fact]
    public void Who_may_not_is_sent_on_where_a_colleagues_own_limit_covers_it()
    {
        var matrix = new Matrix([Of(Role.Manager, 100000), Own(Person(8), 200000)]);
        var refused = FourEyes.Approve(Person(1), Manager, matrix, Goodwill, Ask(150000), [], Day, [new Decider(Person(8), Role.Manager)]);
        Assert.EndsWith("Somebody with a limit of their own may decide it: pass it on.", refused.Refusals.Single().Text, StringComparison.Ordinal);
    }

    private static Asked Ask(long? pence) => new("goodwill", pence, Contact(1), Case(1), Customer(1));
}
