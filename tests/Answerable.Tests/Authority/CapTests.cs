using Answerable.Model.Authority;
using Answerable.Model.People;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Authority;

/// <summary>Each cap by itself: a limit with one cap only, so that no other can answer for it.</summary>
public sealed class CapTests
{
    private static readonly Decider Agent = new(Person(1), Role.Agent);
    private static readonly Limit Bare =
        new(Guid.Parse("00000000-0000-0000-0000-0000000000aa"), "goodwill", Role.Agent, null, Day.AddYears(-1), null);
    private static readonly Limit PerContact = Bare with { PerContactPence = 5000 };
    private static readonly Limit PerCase = Bare with { PerCasePence = 5000 };
    private static readonly Limit PerCustomer = Bare with { PerCustomer = new RollingCap(5000, 30) };

    [Theory]
    [InlineData(0, true)]
    [InlineData(1999, true)]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void What_was_given_in_the_contact_before_counts_towards_the_limit_per_contact(long before, bool allowed) =>
        Assert.Equal(allowed, Judge(PerContact, 3000, Gave(before, contact: 1)).Allowed);

    [Fact]
    public void Several_amounts_of_one_contact_add_up()
    {
        var over = Judge(PerContact, 3000, Gave(1500, contact: 1), Gave(501, contact: 1));
        Assert.False(over.Allowed);
        Assert.Equal(5001, over.TotalPence);
        Assert.Equal("Goodwill of £30.00 brings the total to £50.01, over the agent's limit of £50.00 a contact.", over.Sentence);
    }

    [Fact]
    public void What_another_contact_or_another_kind_was_given_does_not_count_per_contact()
    {
        Assert.True(Judge(PerContact, 5000, Gave(4000, contact: 2)).Allowed);
        Assert.True(Judge(PerContact, 5000, Gave(4000, contact: 1) with { DecisionKind = "refund" }).Allowed);
    }

    [Theory]
    [InlineData(1, true, false)]
    [InlineData(1, false, false)]
    [InlineData(2, true, false)]
    [InlineData(2, false, true)]
    public void A_case_counts_its_own_contacts_and_the_contact_in_hand(int contact, bool sameCase, bool allowed) =>
        Assert.Equal(allowed, Judge(PerCase, 3000, Gave(2001, contact, sameCase ? 1 : 2)).Allowed);

    [Fact]
    public void A_contact_of_no_case_counts_only_itself() => Assert.True(
        Matrix(PerCase).Judge(Goodwill, Ask(3000) with { Case = null }, Agent, [Gave(4000, 2) with { Case = null }], Day).Allowed);

    [Theory]
    [InlineData(-30, true)]
    [InlineData(-29, false)]
    [InlineData(0, false)]
    public void The_window_of_a_customer_is_open_at_its_beginning_and_closed_at_its_end(int days, bool allowed) =>
        Assert.Equal(allowed, Judge(PerCustomer, 3000, Gave(2001, 9, 9) with { At = Day.AddDays(days) }).Allowed);

    [Fact]
    public void Somebody_elses_money_does_not_count_and_nobody_has_no_window()
    {
        Assert.True(Judge(PerCustomer, 3000, Gave(4000, 9, 9) with { Customer = Customer(2) }).Allowed);
        Assert.True(Matrix(PerCustomer).Judge(Goodwill, Ask(9000) with { Customer = null }, Agent, [], Day).Allowed);
    }

    [Fact]
    public void A_limit_without_caps_binds_nothing()
    {
        Assert.True(Judge(Bare, 9_000_000).Allowed);
        Assert.Null(Matrix(Bare).Headroom(Goodwill, Ask(0), Agent, [], Day));
    }

    [Fact]
    public void The_room_left_is_that_of_the_tightest_cap_and_never_less_than_nothing()
    {
        var both = PerContact with { PerCasePence = 4000 };
        Assert.Equal(2500, Matrix(both).Headroom(Goodwill, Ask(700), Agent, [Gave(1500, 1)], Day));
        Assert.Equal(0, Matrix(both).Headroom(Goodwill, Ask(700), Agent, [Gave(4500, 1)], Day));
        Assert.Equal(0, Matrix(both).Headroom(Goodwill, Ask(700), Agent with { Role = Role.SeniorAgent }, [], Day));
    }

    [Fact]
    public void What_has_been_given_already_is_told_of_the_tightest_cap_only()
    {
        var both = PerContact with { PerCasePence = 4000 };
        Assert.Equal("£15.00 of the agent's limit of £40.00 a case is given already",
            Matrix(both).Used(Goodwill, Ask(700), Agent, [Gave(1500, 1)], Day)!.Words);
        Assert.Null(Matrix(both).Used(Goodwill, Ask(700), Agent, [], Day));
        Assert.Null(Matrix(Bare).Used(Goodwill, Ask(0), Agent, [Gave(1500, 1)], Day));
        Assert.Null(Matrix(both).Used(Goodwill, Ask(700), Agent with { Role = Role.SeniorAgent }, [Gave(1500, 1)], Day));
    }

    [Fact]
    public void What_a_customer_has_been_given_says_until_when_it_counts_and_then_counts_no_more()
    {
        var matrix = Matrix(PerCustomer);
        Given[] given = [Gave(1000, 9, 9) with { At = Day.AddDays(-20) }, Gave(500, 9, 9) with { At = Day.AddDays(-5) },
            Gave(900, 9, 9) with { At = Day.AddDays(-31) }];
        Assert.Equal(new GivenAlready("£15.00 of the agent's limit of £50.00 a customer in 30 days is given already", Day.AddDays(10),
            Day.AddDays(25)), matrix.Used(Goodwill, Ask(700), Agent, given, Day));
        Assert.Equal(new GivenAlready("£5.00 of the agent's limit of £50.00 a customer in 30 days is given already", Day.AddDays(25),
            Day.AddDays(25)), matrix.Used(Goodwill, Ask(700), Agent, given, Day.AddDays(10)));
    }

    [Fact]
    public void What_was_given_in_a_contact_or_a_case_counts_as_long_as_there_is_one() => Assert.True(
        Matrix(PerContact).Used(Goodwill, Ask(700), Agent, [Gave(1500, 1)], Day) is { Until: null, AllUntil: null });

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_limit_holds_from_its_first_moment_up_to_but_not_including_its_last(int minutes, bool inForce) =>
        Assert.Equal(inForce, (Bare with { From = Day, To = Day.AddHours(1) }).InForce(Day.AddMinutes(minutes)));

    [Fact]
    public void Of_several_in_force_the_latest_begun_binds_in_whichever_order_they_stand()
    {
        var (old, young) =
            (PerContact, PerContact with { From = Day.AddDays(-1), PerContactPence = 100, Id = Guid.Parse("00000000-0000-0000-0000-0000000000bb") });
        Assert.Equal(young, new Matrix([old, young]).LimitOf("goodwill", Agent, Day));
        Assert.Equal(young, new Matrix([young, old]).LimitOf("goodwill", Agent, Day));
        Assert.Equal(old, new Matrix([young, old]).LimitOf("goodwill", Agent, Day.AddDays(-2)));
        var same = young with { Id = Guid.Parse("00000000-0000-0000-0000-0000000000cc") };
        Assert.Equal(same, new Matrix([young, same]).LimitOf("goodwill", Agent, Day));
    }

    [Fact]
    public void A_limit_of_another_kind_role_or_person_does_not_bind()
    {
        Assert.Null(new Matrix([PerContact with { DecisionKind = "refund" }]).LimitOf("goodwill", Agent, Day));
        Assert.Null(new Matrix([PerContact with { Role = Role.Manager }]).LimitOf("goodwill", Agent, Day));
        Assert.Null(new Matrix([Own(Person(2), 100)]).LimitOf("goodwill", Agent, Day));
        Assert.Equal(2500, new Matrix([PerContact, Own(Person(1), 2500)]).LimitOf("goodwill", Agent, Day)!.PerContactPence);
    }

    [Fact]
    public void Who_could_decide_is_the_lowest_role_above_whose_limit_covers_it_and_nobody_where_none_does()
    {
        Assert.Equal(Role.TeamLeader, Usual.Judge(Goodwill, Ask(8000), Agent, [], Day).ReferTo);
        Assert.Equal(Role.Manager, Usual.Judge(Goodwill, Ask(25001), Agent, [], Day).ReferTo);
        Assert.Null(Matrix(PerContact).Judge(Goodwill, Ask(5001), Agent, [], Day).ReferTo);
        Assert.Equal(Role.Agent, Usual.LowestCovering(Goodwill, Ask(100), [], Day));
        Assert.Equal(Role.SeniorAgent, Usual.LowestCovering(Goodwill, Ask(7500), [], Day));
        Assert.Null(Model.Authority.Matrix.Empty.LowestCovering(Goodwill, Ask(1), [], Day));
    }

    [Fact]
    public void A_judgement_says_what_it_rests_on_in_words()
    {
        var allowed = Judge(PerContact, 1234);
        Assert.Equal((Bare.Id, 1234L, "Goodwill of £12.34 is within the agent's limit."), (allowed.LimitId, allowed.TotalPence, allowed.Sentence));
        var over = Judge(PerCustomer, 6000);
        Assert.Equal((Bare.Id, 6000L, "Goodwill of £60.00 is over the agent's limit of £50.00 a customer in 30 days."),
            (over.LimitId, over.TotalPence, over.Sentence));
        var own = new Matrix([Own(Person(1), 100)]).Judge(Goodwill, Ask(101), Agent, [], Day);
        Assert.Equal("Goodwill of £1.01 is over the person's own limit of £1.00 a contact.", own.Sentence);
        var none = Model.Authority.Matrix.Empty.Judge(Goodwill, Ask(1), Agent, [], Day);
        Assert.Equal((false, null, "Goodwill is not the agent's to decide.", null), (none.Allowed, none.LimitId, none.Sentence, none.TotalPence));
        var kind = new DecisionKind("goodwill", "An exception", Money: false);
        Assert.Equal("An exception is within the agent's authority.", Matrix(PerContact).Judge(kind, Ask(null), Agent, [], Day).Sentence);
    }

    [Theory]
    [InlineData(Presence.Ready, true)]
    [InlineData(Presence.Busy, true)]
    [InlineData(Presence.OtherWork, true)]
    [InlineData(Presence.Break, false)]
    [InlineData(Presence.Training, false)]
    [InlineData(Presence.SignedOut, false)]
    public void A_referral_goes_only_to_one_who_will_see_it(Presence presence, bool seen) =>
        Assert.Equal(seen, new Candidate(Person(1), "Lena", Role.TeamLeader, null, presence, Day).AtWork);

    [Fact]
    public void Who_asks_may_not_approve_and_is_told_so_and_who_may_not_is_told_who_may()
    {
        var own = Assert.Single(FourEyes.Approve(Person(1), new Decider(Person(1), Role.Manager), Usual, Goodwill, Ask(1), [], Day).Refusals);
        Assert.Equal(("authority.own-request", "Whoever asks may not approve: somebody else decides this.", "four-eyes"),
            (own.Code, own.Text, own.Rule));
        var nobody = Assert.Single(FourEyes.Approve(Person(2), Agent, Matrix(PerContact), Goodwill, Ask(5001), [], Day).Refusals);
        Assert.EndsWith("As limits stand nobody may approve £50.01, only up to £50.00. "
            + "Approve up to £50.00, refuse it, or ask for the limit to be set.", nobody.Text, StringComparison.Ordinal);
        Assert.Equal(Bare.Id.ToString(), nobody.Rule);
    }

    private static Matrix Matrix(Limit limit) => new([limit]);
    private static Asked Ask(long? pence) => new("goodwill", pence, Contact(1), Case(1), Customer(1));
    private static Judgement Judge(Limit limit, long pence, params Given[] given) => Matrix(limit).Judge(Goodwill, Ask(pence), Agent, given, Day);
    private static Given Gave(long pence, int contact, int inCase = 1) => new("goodwill", pence, Contact(contact), Case(inCase), Customer(1), Day);
}
