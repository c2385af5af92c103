using Answerable.Model.Authority;
using Answerable.Model.Centre;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>What must be known before an amount is decided.</summary>
public sealed class WantingTests
{
    private static readonly Matrix ByCustomer = new(
        [new Limit(Guid.Empty, "goodwill", Role.Agent, null, Day.AddYears(-1), null) { PerCustomer = new RollingCap(10000, 30) }]);

    [Fact]
    public void Nothing_is_given_to_nobody_where_a_limit_counts_by_customer()
    {
        Assert.Equal("walk.customer-needed", Stranger(ByCustomer, "100"));
        Assert.Null(Stranger(Usual with { Limits = [.. Usual.Limits.Select(limit => limit with { PerCustomer = null })] }, "100"));
    }

    [Fact]
    public void A_limit_that_is_not_in_force_asks_for_no_name() => Assert.Null(Stranger(
        new Matrix([.. ByCustomer.Limits.Select(limit => limit with { To = Day.AddDays(-1) }),
            new Limit(Guid.Empty, "goodwill", Role.Agent, null, Day.AddDays(-1), null) { PerContactPence = 1000 }]), "100"));

    [Fact]
    public void Nothing_is_given_where_the_amount_is_nothing_so_nobody_need_be_named()
    {
        Assert.Null(Stranger(ByCustomer, "0"));
        Assert.Equal("n2", Done(new WalkThrough(Giving())).At);

        static Walk Done(WalkThrough walk)
        {
            walk.Must(new Move.Do("n1", [new Noted("amount", "0")]));
            return walk.Walk;
        }
    }

    [Theory]
    [InlineData("1.00", 100L)]
    [InlineData("1.0", 100L)]
    [InlineData("1", 100L)]
    [InlineData("1.000", null)]
    [InlineData("1.005", null)]
    [InlineData("1,000", 100000L)]
    public void Three_digits_after_the_point_are_no_pounds_and_pence(string typed, long? pence) =>
        Assert.Equal(pence, Currencies.Find("GBP")!.Read(typed));

    private static Chart Giving() => new(
    [
        new Step("n1", "Give goodwill")
        {
            Fields = [new Field("amount", "Amount", FieldType.Money, Required: true)],
            Authority = new AuthorityDemand("goodwill", "amount"),
            Referral = new ReferralPoint(Role.SeniorAgent),
        },
        new Ending("n2", "Given", Resolved: true),
    ])
    { KeysGiven = 2 };

    private static string? Stranger(Matrix matrix, string pence)
    {
        var chart = Giving();
        var walk = Interpreter.Begin(chart, WalkThrough.Id, Contact(1), Case(1), null, default, 1, Person(1), [], Day).Value.Walk;
        var taken = Interpreter.Take(chart, walk, new Move.Do("n1", [new Noted("amount", pence)]),
            new Standing(new Decider(Person(1), Role.Agent), matrix, [Goodwill], [], default), Day);
        return taken.Allowed ? null : taken.Refusals[0].Code;
    }
}
