using Answerable.Model.Authority;
using Answerable.Model.People;

namespace Answerable.Tests.Authority;

public sealed class LimitOdditiesTests
{
    private static Limit Next(Role role, long? contact, long? inCase, RollingCap? customer = null) =>
        Limits.Of(role, null, Limits.Day) with { PerContactPence = contact, PerCasePence = inCase, PerCustomer = customer };

    private static IEnumerable<string> Of(Limit next, Role line) => LimitOddities.Of(next, line, Limits.Usual);

    [Fact]
    public void A_bound_that_stands_and_is_not_written_again_is_named() => Assert.Equal(
        "The limit of £50.00 a case that stands now would be gone: write it too if it is to stay.",
        Assert.Single(Of(Next(Role.Agent, 6000, null), Role.Agent)));

    [Fact]
    public void A_bound_of_a_case_or_a_customer_below_that_of_one_contact_is_named() => Assert.Equal(
        [
            "£10.00 a case is less than £60.00 a contact, which could never be given.",
            "£20.00 a customer in 30 days is less than £60.00 a contact, which could never be given.",
        ], Of(Next(Role.Agent, 6000, 1000, new RollingCap(2000, 30)), Role.Agent));

    [Fact]
    public void One_who_could_give_more_than_those_above_is_named_from_either_side()
    {
        Assert.Equal(
            [
                "At once the agent could give £300.00, and the senior agent above only £75.00.",
                "At once the agent could give £300.00, and the team leader above only £250.00.",
            ], Of(Next(Role.Agent, 30000, 30000), Role.Agent));
        Assert.Equal("At once the senior agent could give £75.00, and the team leader above only £60.00.",
            Assert.Single(Of(Next(Role.TeamLeader, 6000, 6000), Role.TeamLeader)));
        Assert.Equal("At once this person could give £300.00, and the team leader above only £250.00.",
            Assert.Single(Of(Limits.Own(Limits.Person(1), 30000, Limits.Day), Role.SeniorAgent)));
    }

    [Fact]
    public void What_goes_up_the_line_and_keeps_every_bound_is_not_remarked_on() =>
        Assert.Empty(Of(Next(Role.SeniorAgent, 8000, 9000), Role.SeniorAgent));
}
