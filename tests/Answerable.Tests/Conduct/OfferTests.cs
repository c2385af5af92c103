using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>What the one at the desk is offered where the walk stands: neither more than they may nor less.</summary>
public sealed class OfferTests
{
    private static readonly DecisionKind Exception = new("exception", "Exception", Money: false);
    private static readonly Step Giving = new("n1", "Give goodwill")
    {
        Strictness = Strictness.Strict,
        Fields = [new Field("amount", "Amount", FieldType.Money), new Field("reason", "Reason", FieldType.Text)],
        Authority = new AuthorityDemand("goodwill", "amount"),
    };
    private static readonly Step Excepting = new("n1", "Make an exception") { Authority = new AuthorityDemand("exception") };

    [Theory]
    [InlineData(Strictness.Strict, false, false)]
    [InlineData(Strictness.Advised, true, true)]
    [InlineData(Strictness.Optional, true, false)]
    public void How_freely_a_step_may_be_left_out_is_the_designers_to_say(Strictness strictness, bool skip, bool reason)
    {
        var offer = At(new Step("n1", "Ask") { Strictness = strictness }).Offer;
        Assert.Equal((true, skip, reason), (offer.CanDo, offer.CanSkip, offer.SkipNeedsReason));
        Assert.False(offer.CanAsk);
        Assert.False(offer.CanFinish);
    }

    [Theory]
    [InlineData(Strictness.Strict)]
    [InlineData(Strictness.Advised)]
    public void Once_a_referral_was_refused_the_step_may_be_left_out_without_another_reason(Strictness strictness)
    {
        var walk = At(Giving with { Strictness = strictness });
        Hear(walk, Give(9000), (asked) => new Move.HearRefusal(asked.Id, Person(3)));
        Assert.Equal((true, false), (walk.Offer.CanSkip, walk.Offer.SkipNeedsReason));
        Assert.True(walk.Must(new Move.Skip("n1", SkipReason.NotSaid)).Walk.At == "n2");
    }

    [Fact]
    public void An_amount_may_always_be_done_up_to_what_is_left_of_the_limit()
    {
        var walk = At(Giving);
        Assert.Equal((true, false, 5000L, true), (walk.Offer.CanDo, walk.Offer.CanAsk, walk.Offer.UpToPence, walk.Offer.Judgement!.Allowed));
        walk.Given.Add(new Given("goodwill", 4000, Contact(2), Case(1), Customer(1), Day.AddDays(-1)));
        Assert.Equal(1000, walk.Offer.UpToPence);
        walk.Given.Add(new Given("goodwill", 3000, Contact(3), Case(1), Customer(1), Day.AddDays(-1)));
        Assert.Equal((true, 0L), (walk.Offer.CanDo, walk.Offer.UpToPence));
    }

    [Fact]
    public void An_approval_raises_what_may_be_done_and_never_lowers_it()
    {
        var walk = At(Giving);
        Hear(walk, Give(9000), asked => new Move.HearApproval(asked.Id, 9000, Person(3)));
        Assert.Equal((9000L, 9000L), (walk.Offer.UpToPence, walk.Offer.Approval!.Pence));

        var smaller = At(Giving);
        Hear(smaller, Give(9000), asked => new Move.HearApproval(asked.Id, 3000, Person(3)));
        Assert.Equal((5000L, 3000L), (smaller.Offer.UpToPence, smaller.Offer.Approval!.Pence));

        var bare = At(Giving, matrix: Matrix.Empty);
        Assert.Equal(0, bare.Offer.UpToPence);
        Hear(bare, Give(100), asked => new Move.HearApproval(asked.Id, null, Person(3)));
        Assert.Equal(0, bare.Offer.UpToPence);
    }

    [Fact]
    public void Where_nothing_binds_no_bound_is_said_even_with_an_approval()
    {
        var walk = At(Giving);
        Hear(walk, Give(9000), asked => new Move.HearApproval(asked.Id, 9000, Person(3)));
        walk.Decider = new Decider(Person(1), Role.Manager);
        Assert.NotNull(walk.Offer.Approval);
        Assert.Null(walk.Offer.UpToPence);
    }

    [Fact]
    public void Leave_without_an_amount_is_one_may_or_one_asks()
    {
        var asking = At(Excepting);
        Assert.Equal((false, true, false), (asking.Offer.CanDo, asking.Offer.CanAsk, asking.Offer.Judgement!.Allowed));
        Assert.Null(asking.Offer.UpToPence);
        Hear(asking, new Move.Do("n1", []), asked => new Move.HearApproval(asked.Id, null, Person(3)));
        Assert.Equal((true, false), (asking.Offer.CanDo, asking.Offer.CanAsk));
        Assert.NotNull(asking.Offer.Approval);

        var may = At(Excepting, matrix: new Matrix([new Limit(Guid.Empty, "exception", Role.Agent, null, Day.AddYears(-1), null)]));
        Assert.Equal((true, false), (may.Offer.CanDo, may.Offer.CanAsk));
        Assert.Null(may.Offer.Approval);
        Assert.Null(may.Offer.Judgement!.TotalPence);
    }

    [Fact]
    public void Money_without_a_field_that_says_how_much_needs_leave_as_such()
    {
        var walk = At(Excepting with { Authority = new AuthorityDemand("goodwill") }, matrix: Matrix.Empty);
        Assert.Equal((false, true), (walk.Offer.CanDo, walk.Offer.CanAsk));
        Assert.Null(walk.Offer.UpToPence);
        Assert.Equal(0, walk.Must(new Move.Do("n1", [])).Commands.OfType<Command.OpenReferral>().Single().Pence);
        var may = At(Excepting with { Authority = new AuthorityDemand("goodwill") });
        Assert.Equal((true, 0L), (may.Offer.CanDo, may.Offer.Judgement!.TotalPence));
        Assert.Equal("goodwill", may.Must(new Move.Do("n1", [])).Commands.OfType<Command.TakeDecision>().Single().DecisionKind);
    }

    [Fact]
    public void A_step_above_the_one_who_looks_shows_what_is_known_and_offers_nothing_but_the_referral()
    {
        var walk = At(Giving with { Who = Role.TeamLeader, Strictness = Strictness.Optional });
        var offer = walk.Offer;
        Assert.Equal((Role.TeamLeader, Role.TeamLeader), (offer.Needs!.Value, offer.ReferTo));
        Assert.Equal((false, false, false), (offer.CanDo, offer.CanAsk, offer.CanSkip));
        Assert.Null(offer.Judgement);

        walk = At(Giving, second: new Step("n2", "Check", Role.SeniorAgent) { Fields = Giving.Fields });
        walk.Must(new Move.Do("n1", [new Noted("amount", "100"), new Noted("reason", "Late")]));
        Assert.Equal([new Noted("amount", "100"), new Noted("reason", "Late")], walk.Offer.Known);
        Assert.True(walk.Offer.CanGoBack);
    }

    [Fact]
    public void Answers_are_offered_to_those_who_may_give_them_with_the_one_given_before()
    {
        var decision = new Decision("n2", "Fault") { Answers = [new Answer("a1", "Yes"), new Answer("a2", "No")] };
        var walk = At(new Step("n1", "Ask"), second: decision);
        Assert.False(walk.Offer.CanGoBack);
        walk.Must(new Move.Do("n1", []));
        Assert.Equal(["a1", "a2"], walk.Offer.Answers.Select(answer => answer.Key));
        Assert.Null(walk.Offer.AnsweredBefore);
        Assert.Equal((false, false, true), (walk.Offer.CanDo, walk.Offer.CanSkip, walk.Offer.CanGoBack));
        walk.Must(new Move.Choose("n2", "a2"));
        Assert.True(walk.Offer.CanFinish);
        walk.Must(new Move.GoBack("n3"));
        Assert.Equal("a2", walk.Offer.AnsweredBefore);

        var above = At(new Step("n1", "Ask"), second: decision with { Who = Role.Manager });
        above.Must(new Move.Do("n1", []));
        Assert.Empty(above.Offer.Answers);
        Assert.Equal(Role.Manager, above.Offer.Needs);
    }

    [Fact]
    public void A_walk_that_is_over_offers_nothing()
    {
        var walk = At(new Step("n1", "Ask"));
        walk.Must(new Move.Do("n1", []));
        walk.Must(new Move.GoBack("n2"));
        walk.Must(new Move.Do("n1", []));
        walk.Must(new Move.Finish());
        Assert.Equal((false, false, false), (walk.Offer.CanFinish, walk.Offer.CanGoBack, walk.Offer.CanDo));
    }

    [Fact]
    public void A_walk_at_a_place_its_version_does_not_have_is_a_fault_and_says_where()
    {
        var walk = At(new Step("n1", "Ask"));
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            Offer.Of(walk.Chart, walk.Walk with { At = "n9" }, walk.Standing, walk.Now));
        Assert.Contains("n9", thrown.Message, StringComparison.Ordinal);
    }

    private static WalkThrough At(Step step, Node? second = null, Matrix? matrix = null) =>
        new(new Chart([step, .. second is null ? (Node[])[] : [second], new Ending(second is null ? "n2" : "n3", "Over", Resolved: true)]),
            matrix: matrix, kinds: [Goodwill, Exception]);

    private static Move.Do Give(long pence) => new("n1", [new Noted("amount", $"{pence}")]);

    private static void Hear(WalkThrough walk, Move.Do asking, Func<Command.OpenReferral, Move> answer) =>
        walk.Must(answer(walk.Must(asking).Commands.OfType<Command.OpenReferral>().Single()));
}
