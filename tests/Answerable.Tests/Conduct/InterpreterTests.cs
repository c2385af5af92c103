using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Tests.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

public sealed class InterpreterTests
{
    private static readonly Chart Charted = new(
    [
        new Step("n1", "Say who we are")
            { Strictness = Strictness.Strict, Guideline = new Guideline { MustSay = "Calls are recorded.", Why = "The law asks for it." } },
        new Step("n2", "Note the complaint")
            { Fields = [new Field("what", "What went wrong", FieldType.Text, Required: true), new Field("phone", "Phone", FieldType.Text)
            { Personal = true }] },
        new Decision("n3", "At fault") { Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n6")] },
        new Step("n4", "Give goodwill")
        {
            Strictness = Strictness.Strict,
            Fields = [new Field("amount", "Amount", FieldType.Money, Required: true)],
            Authority = new AuthorityDemand("goodwill", "amount"),
            Referral = new ReferralPoint(Role.SeniorAgent, 5, "Over the limit", "I am asking a colleague."),
        },
        new Ending("n5", "Settled", Resolved: true),
        new Ending("n6", "Explained", Resolved: false),
    ]);

    [Fact]
    public void An_agent_is_led_step_by_step_to_an_outcome_and_the_time_at_each_step_is_kept()
    {
        var walk = new WalkThrough(Charted);
        Assert.Equal("walk.must-say", walk.Refused(Said(false)));
        walk.After(12).Must(Said(true));
        Assert.Equal("field.needed", walk.Refused(new Move.Do("n2", [])));
        walk.After(30).Must(new Move.Do("n2", [new Noted("what", "Late")]));
        walk.After(5).Must(new Move.Choose("n3", "a2"));
        var end = walk.After(3).Must(new Move.Finish());

        Assert.Equal([12_000L, 30_000L, 5_000L], walk.Walk.Trail.Select(visit => visit.Ms));
        Assert.Equal(("Explained", false), (walk.Walk.End!.Ending, walk.Walk.End.Resolved));
        Assert.Equal(new Command.ResolveContact(false, "n6"), Assert.Single(end.Commands));
        Assert.Equal("walk.finished", walk.Refused(new Move.GoBack("n6")));
    }

    [Fact]
    public void Fifty_pounds_is_given_at_the_step_and_a_penny_more_is_referred_to_the_lowest_who_may()
    {
        var within = AtGoodwill();
        Assert.Equal(5000, Assert.IsType<Command.TakeDecision>(Assert.Single(within.Must(Give(5000)).Commands)).Pence);
        Assert.Equal("n5", within.Walk.At);

        var over = AtGoodwill();
        var open = Assert.IsType<Command.OpenReferral>(Assert.Single(over.Must(Give(5001)).Commands));
        Assert.Equal((Role.SeniorAgent, 5, "I am asking a colleague."), (open.To, open.WithinMinutes, open.TellCustomer));
        Assert.Equal("n4", over.Walk.At);
        Assert.NotNull(over.Walk.Waiting);
        Assert.Equal("referral.already-asked", over.Refused(Give(5001)));
    }

    [Fact]
    public void What_is_noted_beside_an_amount_asked_for_is_known_when_the_answer_comes()
    {
        var chart = new Chart([((Step)Charted.Find("n4")!) with { Fields =
            [new Field("amount", "Amount", FieldType.Money), new Field("reason", "Reason", FieldType.Text)] },
            new Ending("n5", "Settled", Resolved: true)]);
        var walk = new WalkThrough(chart);
        var asked = walk.Must(new Move.Do("n4", [new Noted("amount", "9000"),
            new Noted("reason", "Three weeks late")])).Commands.OfType<Command.OpenReferral>().Single();
        walk.Must(new Move.HearApproval(asked.Id, 9000, Person(2)));
        Assert.Equal([new Noted("reason", "Three weeks late")], walk.Offer.Known);
    }

    [Fact]
    public void An_approval_of_forty_is_not_good_for_forty_five()
    {
        var walk = AtGoodwill();
        walk.Given.Add(new Given("goodwill", 4000, Contact(2), Case(1), Customer(1), Day.AddDays(-1)));
        var asked = Assert.IsType<Command.OpenReferral>(Assert.Single(walk.Must(Give(4000)).Commands));
        Assert.Equal((8000L, Role.TeamLeader), (asked.TotalPence, asked.To));
        walk.Must(new Move.HearApproval(asked.Id, 4000, Person(3)));

        var again = Assert.IsType<Command.OpenReferral>(Assert.Single(walk.Must(Give(4500)).Commands));
        Assert.Equal(4500, again.Pence);
        var taken = walk.Must(Give(4000)).Commands.OfType<Command.TakeDecision>().Single();
        Assert.Equal(asked.Id, taken.Under);
        Assert.Equal("n5", walk.Walk.At);
    }

    [Fact]
    public void An_approval_ends_with_the_day_and_is_used_once()
    {
        var walk = AtGoodwill();
        var asked = walk.Must(Give(6000)).Commands.OfType<Command.OpenReferral>().Single();
        walk.Must(new Move.HearApproval(asked.Id, 6000, Person(2)));
        Assert.NotNull(walk.Offer.Approval);
        walk.After((int)Approval.Life.TotalSeconds);
        Assert.Null(walk.Offer.Approval);
        Assert.Single(walk.Must(Give(6000)).Commands.OfType<Command.OpenReferral>());
    }

    [Fact]
    public void Of_two_approvals_the_greater_is_offered_and_the_closer_is_spent()
    {
        var walk = AtGoodwill();
        var greater = walk.Must(Give(9000)).Commands.OfType<Command.OpenReferral>().Single();
        walk.Must(new Move.HearApproval(greater.Id, 9000, Person(2)));
        var closer = walk.Must(Give(9500)).Commands.OfType<Command.OpenReferral>().Single();
        walk.Must(new Move.HearApproval(closer.Id, 7000, Person(2)));

        Assert.Equal(9000, walk.Offer.UpToPence);
        Assert.Equal(closer.Id, walk.Must(Give(6500)).Commands.OfType<Command.TakeDecision>().Single().Under);
    }

    [Fact]
    public void Going_back_over_a_decision_and_taking_it_again_replaces_it()
    {
        var walk = AtGoodwill();
        walk.Must(Give(4000));
        walk.Must(new Move.GoBack("n5"));
        Assert.Equal("n4", walk.Walk.At);
        Assert.True(walk.Must(Give(4500)).Commands.OfType<Command.TakeDecision>().Single().Replaces);
    }

    [Fact]
    public void While_an_answer_is_awaited_the_agent_may_do_it_within_their_own_limit_and_the_question_is_dropped()
    {
        var walk = AtGoodwill();
        var asked = walk.Must(Give(9000)).Commands.OfType<Command.OpenReferral>().Single();
        var own = walk.Must(Give(5000));
        Assert.Equal(asked.Id, own.Commands.OfType<Command.CloseReferral>().Single().Id);
        Assert.Null(walk.Walk.Waiting);
        Assert.Equal("referral.not-awaited", walk.Refused(new Move.HearApproval(asked.Id, 9000, Person(3))));
    }

    [Fact]
    public void A_strict_step_is_not_left_out_unless_the_referral_was_refused()
    {
        var walk = AtGoodwill();
        Assert.Equal("walk.strict-step", walk.Refused(new Move.Skip("n4", SkipReason.NotPossibleNow)));
        var asked = walk.Must(Give(9000)).Commands.OfType<Command.OpenReferral>().Single();
        walk.Must(new Move.HearRefusal(asked.Id, Person(3)));
        Assert.True(walk.Offer.CanSkip);
        walk.Must(new Move.Skip("n4", SkipReason.ReferralRefused));
        Assert.Equal("n5", walk.Walk.At);
    }

    [Fact]
    public void An_advised_step_is_left_out_only_with_a_reason()
    {
        var walk = new WalkThrough(Charted);
        walk.Must(Said(true));
        Assert.Equal("walk.reason-needed", walk.Refused(new Move.Skip("n2", SkipReason.NotSaid)));
        Assert.Equal("walk.reason-needed", walk.Refused(new Move.Skip("n2", SkipReason.Other)));
        walk.Must(new Move.Skip("n2", SkipReason.AlreadyDone));
        Assert.Equal("n3", walk.Walk.At);
    }

    [Fact]
    public void Hold_and_absence_do_not_count_as_time_at_the_step()
    {
        var walk = new WalkThrough(Charted);
        walk.After(10).Must(new Move.Hold());
        walk.After(60).Must(new Move.Retrieve());
        walk.After(5).Must(new Move.LeaveIt());
        Assert.Equal("walk.left", walk.Refused(Said(true)));
        walk.Decider = new Decider(Person(4), Role.Agent);
        walk.After(3600).Must(new Move.Resume());
        walk.After(5).Must(Said(true));
        Assert.Equal(20_000, walk.Walk.Trail[0].Ms);
        Assert.Equal(Person(4), walk.Walk.Agent);
    }

    [Fact]
    public void A_step_above_the_agent_is_offered_as_a_referral_and_goes_on_with_the_one_who_takes_it_over()
    {
        var matrix = new Matrix([new Limit(Guid.Empty, "refund", Role.Agent, null, Day.AddYears(-1), null) { PerContactPence = 1000 }]);
        var walk = new WalkThrough(RealCharts.Refunds, matrix: matrix, kinds: RealCharts.Kinds);
        walk.Must(new Move.Do("n1", [], Said: true));
        walk.Must(new Move.Choose("n2", "a1"));
        walk.Must(new Move.Do("n3", [new Noted("overcharge", "1000")]));
        walk.Must(new Move.Choose("n4", "a1"));
        walk.Must(new Move.Do("n5", [new Noted("amount", "1000")]));

        Assert.Equal(Role.SeniorAgent, walk.Offer.Needs);
        Assert.False(walk.Offer.CanDo);
        Assert.Equal("walk.greater-authority", walk.Refused(new Move.Do("n6", [])));
        var open = walk.Must(new Move.Refer(null)).Commands.OfType<Command.OpenReferral>().Single();
        Assert.Equal((ReferralMatter.Contact, Role.SeniorAgent), (open.Matter, open.To));

        walk.Decider = new Decider(Person(5), Role.SeniorAgent);
        walk.Must(new Move.Resume(open.Id));
        Assert.Null(walk.Walk.Waiting);
        walk.Must(new Move.Do("n6", []));
        Assert.Equal("n7", walk.Walk.At);
    }

    [Fact]
    public void An_urgent_matter_goes_to_a_team_leader_at_once_from_any_step()
    {
        var open = new WalkThrough(Charted).Must(new Move.Refer(null, Urgent: true)).Commands.OfType<Command.OpenReferral>().Single();
        Assert.Equal((Role.TeamLeader, 2, true), (open.To, open.WithinMinutes, open.Urgent));
    }

    [Fact]
    public void What_is_known_is_offered_and_not_asked_again()
    {
        var walk = new WalkThrough(Charted);
        walk.Must(Said(true));
        walk.Must(new Move.Do("n2", [new Noted("what", "Late")]));
        walk.Must(new Move.Choose("n3", "a1"));
        walk.Must(new Move.GoBack("n4"));
        Assert.Equal("a1", walk.Offer.AnsweredBefore);
        walk.Must(new Move.GoBack("n3"));
        Assert.Equal("Late", Assert.Single(walk.Offer.Known).Value);
    }

    private static WalkThrough AtGoodwill()
    {
        var walk = new WalkThrough(Charted);
        walk.Must(Said(true));
        walk.Must(new Move.Do("n2", [new Noted("what", "Late")]));
        walk.Must(new Move.Choose("n3", "a1"));
        return walk;
    }

    private static Move.Do Said(bool said) => new("n1", [], said);

    private static Move.Do Give(long pence) => new("n4", [new Noted("amount", $"{pence}")]);
}
