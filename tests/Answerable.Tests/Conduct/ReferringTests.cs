using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>Whom a decision or a contact goes to, with what, and how its answer is heard.</summary>
public sealed class ReferringTests
{
    private static readonly Guid Words = Guid.Parse("00000000-0000-0000-000b-000000000001");
    private static readonly Step Give = new("n1", "Give goodwill")
    {
        Fields = [new Field("amount", "Amount", FieldType.Money), new Field("reason", "Reason", FieldType.Text)],
        Authority = new AuthorityDemand("goodwill", "amount"),
    };
    private static readonly ReferralPoint Point = new(Role.TeamLeader, 7, "Over the limit", "I am asking my team leader.");

    [Theory]
    [InlineData(6000, null, Role.SeniorAgent, Role.SeniorAgent)]
    [InlineData(6000, Role.Agent, Role.SeniorAgent, Role.Agent)]
    [InlineData(6000, Role.TeamLeader, Role.TeamLeader, Role.TeamLeader)]
    [InlineData(20000, Role.SeniorAgent, Role.TeamLeader, Role.SeniorAgent)]
    [InlineData(6000, Role.Compliance, Role.SeniorAgent, Role.SeniorAgent)]
    [InlineData(90000, null, Role.Manager, Role.SeniorAgent)]
    public void A_decision_goes_to_the_lowest_who_may_or_the_steps_own_point_whichever_is_higher(long pence, Role? point, Role to, Role atLeast)
    {
        var open = Asked(Walk(Give with { Referral = point is { } role ? new ReferralPoint(role) : null }), pence);
        Assert.Equal((ReferralMatter.Decision, to, atLeast), (open.Matter, open.To, open.AtLeast));
    }

    [Fact]
    public void Where_no_limit_covers_it_a_decision_goes_to_a_manager() =>
        Assert.Equal(Role.Manager, Asked(Walk(Give, matrix: Matrix.Empty), 100).To);

    [Fact]
    public void The_one_asked_is_told_what_for_how_much_and_why()
    {
        var walk = Walk(Give with { Referral = Point });
        walk.Given.Add(new Given("goodwill", 1000, Contact(1), Case(1), Customer(1), Day.AddDays(-1)));
        var turn = walk.Must(new Move.Do("n1", [new Noted("amount", "4500"), new Noted("reason", "Late")], Words: Words));
        var open = turn.Commands.OfType<Command.OpenReferral>().Single();
        Assert.Equal((7, "I am asking my team leader.", Words, false), (open.WithinMinutes, open.TellCustomer, open.Words!.Value, open.Urgent));
        Assert.Equal(("n1", "goodwill", 4500L, 5500L), (open.Node, open.DecisionKind, open.Pence!.Value, open.TotalPence!.Value));
        Assert.Equal((Of(Role.Agent, 5000).Id, true), (open.LimitId!.Value, open.Why.Length > 0));
        var told = Assert.IsType<WalkReferred>(turn.Facts.Single());
        Assert.Equal(("n1", open.Id, "goodwill", 4500L, Person(1)), (told.Node, told.Referral, told.DecisionKind, told.Pence!.Value, told.By));
        Assert.Equal([new Noted("reason", "Late")], told.Noted!);
        Assert.Equal(new Waiting("n1", open.Id, "goodwill", 4500, walk.Now), walk.Walk.Waiting);

        var bare = Walk(Give);
        var asking = bare.Must(new Move.Do("n1", [new Noted("amount", "9000"), new Noted("reason", "")]));
        Assert.Null(Assert.IsType<WalkReferred>(asking.Facts.Single()).Noted);
        Assert.Equal((15, ""), (Asked(Walk(Give), 9000).WithinMinutes, Asked(Walk(Give), 9000).TellCustomer));
    }

    [Fact]
    public void The_same_is_not_asked_twice_but_another_amount_is_asked_instead()
    {
        var walk = Walk(Give);
        var asked = Asked(walk, 9000);
        Assert.Equal("This has been asked already and waits for its answer. Meanwhile you may note, go back, or do it within your own limit.",
            walk.Take(Giving(9000)).Refusals.Single().Text);
        var instead = walk.Must(Giving(9001));
        Assert.Equal([new ReferralDropped(asked.Id, Person(1)), new WalkReferred("n1", walk.Walk.Waiting!.Referral, "goodwill", 9001, Person(1))],
            instead.Facts);
        Assert.Equal(9001, walk.Walk.Waiting.Pence);
    }

    [Theory]
    [InlineData(Role.Agent, null, null, Role.SeniorAgent)]
    [InlineData(Role.Agent, Role.TeamLeader, null, Role.TeamLeader)]
    [InlineData(Role.TeamLeader, Role.TeamLeader, null, Role.Manager)]
    [InlineData(Role.TeamLeader, Role.SeniorAgent, null, Role.Manager)]
    [InlineData(Role.Manager, null, null, Role.Manager)]
    [InlineData(Role.Agent, Role.TeamLeader, Role.SeniorAgent, Role.SeniorAgent)]
    [InlineData(Role.SeniorAgent, null, Role.Agent, Role.Agent)]
    [InlineData(Role.Agent, Role.TeamLeader, Role.Planner, Role.TeamLeader)]
    public void A_contact_goes_where_it_is_asked_to_or_to_the_steps_point_or_one_role_up(Role own, Role? point, Role? asked, Role to)
    {
        var walk = Walk(new Step("n1", "Ask") { Referral = point is { } role ? new ReferralPoint(role) : null });
        walk.Decider = new Decider(Person(1), own);
        var open = Referred(walk, new Move.Refer(null, asked));
        Assert.Equal((ReferralMatter.Contact, to, to), (open.Matter, open.To, open.AtLeast));
    }

    [Theory]
    [InlineData(Role.SeniorAgent, null, null, Role.SeniorAgent)]
    [InlineData(Role.TeamLeader, null, Role.SeniorAgent, Role.TeamLeader)]
    [InlineData(Role.TeamLeader, null, Role.TeamLeader, Role.TeamLeader)]
    [InlineData(Role.SeniorAgent, Role.Manager, null, Role.Manager)]
    [InlineData(Role.TeamLeader, Role.SeniorAgent, null, Role.TeamLeader)]
    [InlineData(Role.Compliance, null, null, Role.Manager)]
    public void From_a_step_above_the_agent_it_never_goes_below_the_steps_own_role(Role who, Role? point, Role? asked, Role to) =>
        Assert.Equal(to, Referred(Walk(new Step("n1", "Check", who) { Referral = point is { } role ? new ReferralPoint(role) : null }),
            new Move.Refer(null, asked)).To);

    [Fact]
    public void A_contact_goes_with_its_reason_and_the_steps_own_words()
    {
        var walk = Walk(new Step("n1", "Ask") { Referral = Point });
        var turn = walk.Must(new Move.Refer(Words));
        var open = turn.Commands.OfType<Command.OpenReferral>().Single();
        Assert.Equal((7, "Over the limit", "I am asking my team leader.", Words),
            (open.WithinMinutes, open.Why, open.TellCustomer, open.Words!.Value));
        Assert.Equal((false, "n1"), (open.Urgent, open.Node));
        Assert.Equal([new WalkReferred("n1", open.Id, null, null, Person(1))], turn.Facts);
        Assert.Equal(new Waiting("n1", open.Id, null, null, walk.Now), walk.Walk.Waiting);
        var plain = Referred(Walk(new Step("n1", "Ask")), new Move.Refer(Words));
        Assert.Equal((15, "", ""), (plain.WithinMinutes, plain.Why, plain.TellCustomer));
    }

    [Theory]
    [InlineData(null, Role.TeamLeader)]
    [InlineData(Role.SeniorAgent, Role.TeamLeader)]
    [InlineData(Role.Manager, Role.Manager)]
    public void Urgent_it_goes_to_a_team_leader_or_above_within_two_minutes(Role? asked, Role to)
    {
        var open = Referred(Walk(new Step("n1", "Ask") { Referral = new ReferralPoint(Role.SeniorAgent, 7) }),
            new Move.Refer(null, asked, Urgent: true));
        Assert.Equal((to, 2, true), (open.To, open.WithinMinutes, open.Urgent));
    }

    [Fact]
    public void A_contact_that_waits_to_be_taken_over_goes_on_waiting_while_work_goes_on()
    {
        var walk = Walk(new Step("n1", "Ask"));
        var open = Referred(walk, new Move.Refer(null));
        Assert.Empty(walk.Must(new Move.Do("n1", [])).Commands);
        Assert.Equal(open.Id, walk.Walk.Waiting!.Referral);
        Assert.Equal(new Command.CloseReferral(open.Id, "The contact was finished."), walk.Must(new Move.Finish()).Commands[0]);
        Assert.Null(walk.Walk.Waiting);
    }

    [Fact]
    public void Only_the_answer_that_is_awaited_is_heard()
    {
        var walk = Walk(Give);
        Assert.Equal("referral.none", walk.Refused(new Move.DropReferral()));
        Assert.Equal("The desk no longer waits for this answer.", walk.Take(new Move.HearRefusal(default, Person(3))).Refusals.Single().Text);
        var asked = Asked(walk, 9000);
        Assert.Equal("referral.not-awaited", walk.Refused(new Move.HearApproval(default, 9000, Person(3))));
        Assert.Equal("referral.not-awaited", walk.Refused(new Move.HearRefusal(default, Person(3))));
        Assert.Equal([new ApprovalHeard(new Approval(asked.Id, "goodwill", 8000, Case(1), walk.Walk.Procedure, 3, Person(3), walk.Now))],
            walk.Must(new Move.HearApproval(asked.Id, 8000, Person(3))).Facts);

        var contact = Walk(Give);
        var open = Referred(contact, new Move.Refer(null));
        Assert.Equal("referral.not-awaited", contact.Refused(new Move.HearApproval(open.Id, null, Person(3))));
        Assert.Equal([new RefusalHeard(open.Id, Person(3))], contact.Must(new Move.HearRefusal(open.Id, Person(3))).Facts);
        Assert.Equal(["n1"], contact.Walk.Refused);
    }

    [Fact]
    public void A_refusal_counts_at_the_step_it_was_asked_from_though_the_agent_went_on()
    {
        var walk = new WalkThrough(new Chart([new Step("n1", "Ask"), new Step("n2", "Tell") { Strictness = Strictness.Strict },
            new Ending("n3", "Over", Resolved: true)]));
        var open = Referred(walk, new Move.Refer(null));
        walk.Must(new Move.Do("n1", []));
        walk.Must(new Move.HearRefusal(open.Id, Person(3)));
        Assert.False(walk.Offer.CanSkip);
        Assert.Equal(["n1"], walk.Walk.Refused);
    }

    [Fact]
    public void Refused_a_second_time_at_the_same_step_it_may_still_be_left_out()
    {
        var walk = Walk(Give with { Strictness = Strictness.Strict });
        walk.Must(new Move.HearRefusal(Asked(walk, 9000).Id, Person(3)));
        walk.Must(new Move.HearRefusal(Asked(walk, 8000).Id, Person(3)));
        Assert.True(walk.Offer.CanSkip);
        walk.Must(new Move.Skip("n1", SkipReason.ReferralRefused));
    }

    [Fact]
    public void What_was_refused_is_not_asked_for_again_unless_it_is_less_or_something_has_changed()
    {
        var walk = Walk(Give);
        var asked = Asked(walk, 9000);
        var at = walk.After(60).Now;
        walk.Must(new Move.HearRefusal(asked.Id, Person(3)));
        var denial = new Denial("n1", asked.Id, "goodwill", 9000, Person(3), at);
        Assert.Equal(denial, walk.Offer.Denial);
        var refused = walk.Take(Giving(9000)).Refusals.Single();
        Assert.Equal("£90.00 was refused here. Enter less, or say what has changed since under \"What they should know\".", refused.Text);
        Assert.Equal(("referral.refused-before", "amount"), (refused.Code, refused.Field));
        Assert.Equal("referral.refused-before", walk.Refused(Giving(9001)));
        walk.Must(new Move.HearRefusal(Asked(walk, 8000).Id, Person(3)));
        Assert.Equal("referral.refused-before", walk.Refused(Giving(8500)));
        Assert.Equal(9000, Opened(walk.Must(Giving(9000) with { Words = Words })).Pence);
        walk.Must(new Move.HearApproval(walk.Walk.Waiting!.Referral, 9000, Person(3)));
        Assert.Null(walk.Offer.Denial);
        Assert.Empty(walk.Must(Giving(9000)).Commands.OfType<Command.OpenReferral>());
    }

    [Fact]
    public void Leave_that_was_refused_is_not_asked_for_again_unless_something_has_changed()
    {
        var waive = Give with { Fields = [], Authority = new AuthorityDemand("goodwill", null) };
        var walk = Walk(waive, Matrix.Empty);
        walk.Must(new Move.HearRefusal(Opened(walk.Must(new Move.Do("n1", []))).Id, Person(3)));
        var refused = walk.Take(new Move.Do("n1", [])).Refusals.Single();
        Assert.Equal("referral.refused-before", refused.Code);
        Assert.NotNull(Opened(walk.Must(new Move.Do("n1", [], Words: Words))));
    }

    [Theory]
    [InlineData(Role.Agent, null, false, Role.SeniorAgent)]
    [InlineData(Role.SeniorAgent, null, false, Role.TeamLeader)]
    [InlineData(Role.Manager, null, false, Role.Manager)]
    [InlineData(Role.TeamLeader, Role.Agent, false, Role.SeniorAgent)]
    [InlineData(Role.Agent, Role.Manager, false, Role.Manager)]
    [InlineData(Role.Agent, Role.Planner, false, Role.SeniorAgent)]
    [InlineData(Role.Agent, Role.Agent, true, Role.TeamLeader)]
    [InlineData(Role.TeamLeader, null, true, Role.Manager)]
    public void Served_freely_it_goes_one_role_up_or_where_it_is_asked_to_and_never_to_an_agent(Role own, Role? asked, bool urgent, Role to)
    {
        var desk = new AtDesk(guided: false);
        desk.Must(new HandlingMove.Refer(Words, asked, urgent), Actor.Of(AtDesk.Ama.Id, "Ama", [own], null));
        var open = desk.Commands.OfType<Command.OpenReferral>().Single();
        Assert.Equal((to, to, urgent, urgent ? 2 : 15), (open.To, open.AtLeast, open.Urgent, open.WithinMinutes));
        Assert.Equal((ReferralMatter.Contact, "", "", Words), (open.Matter, open.Node, open.Why, open.Words!.Value));
        Assert.Equal((open.Id, ""), (desk.Handling.FreeReferral, open.TellCustomer));
    }

    private static WalkThrough Walk(Step step, Matrix? matrix = null) =>
        new(new Chart([step, new Ending("n2", "Over", Resolved: true)]), matrix: matrix);

    private static Move.Do Giving(long pence) => new("n1", [new Noted("amount", $"{pence}")]);

    private static Command.OpenReferral Asked(WalkThrough walk, long pence) => Opened(walk.Must(Giving(pence)));

    private static Command.OpenReferral Referred(WalkThrough walk, Move.Refer move) => Opened(walk.Must(move));

    private static Command.OpenReferral Opened(Turn turn) => turn.Commands.OfType<Command.OpenReferral>().Single();
}
