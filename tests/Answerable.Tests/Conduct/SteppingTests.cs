using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>Doing, answering, leaving out and going back: what is told of each, and what stands in its way.</summary>
public sealed class SteppingTests
{
    private static readonly Step Ask = new("n1", "Ask")
    {
        Fields = [new Field("name", "Name", FieldType.Text), new Field("phone", "Phone", FieldType.Text)],
        Strictness = Strictness.Optional,
    };
    private static readonly Step Give = new("n2", "Give goodwill")
    {
        Fields = [new Field("amount", "Amount", FieldType.Money)],
        Authority = new AuthorityDemand("goodwill", "amount"),
    };
    private static readonly Decision Fault = new("n3", "At fault")
    { Answers = [new Answer("a1", "Yes", "n1"), new Answer("a2", "No"), new Answer("a3", "Not clear", "n9")] };

    [Fact]
    public void What_was_done_is_told_whole()
    {
        var walk = Along(Ask, Give, Fault);
        Assert.Equal(new StepDone("n1", 7000, Person(1), [new Noted("name", "Ama")], true, "n2"), Only<StepDone>(walk.After(7).Must(
            new Move.Do("n1", [new Noted("name", "Ama")], Said: true))), Same);
        Assert.Equal(new StepSkipped("n2", SkipReason.AlreadyDone, null, 5000, Person(1), "n3"), Only<StepSkipped>(walk.After(5).Must(
            new Move.Skip("n2", SkipReason.AlreadyDone))));
        Assert.Equal(new DecisionAnswered("n3", "a2", "No", 3000, Person(1), "n4"), Only<DecisionAnswered>(walk.After(3).Must(
            new Move.Choose("n3", "a2"))));
        Assert.Equal((VisitKind.Answered, "a2"), (walk.Walk.Trail[^1].Kind, walk.Walk.Trail[^1].Answer));
        Assert.Equal(new WentBack("n4", "n3", 2000, Person(1)), Only<WentBack>(walk.After(2).Must(new Move.GoBack("n4"))));
        Assert.Equal([(VisitKind.Done, null, default), (VisitKind.Skipped, null, SkipReason.AlreadyDone)],
            walk.Walk.Trail.Select(visit => (visit.Kind, visit.Answer, visit.Reason)));
        Assert.Equal(new WentBack("n3", "n2", 1000, Person(1)), Only<WentBack>(walk.After(1).Must(new Move.GoBack("n3"))));
    }

    [Fact]
    public void A_page_made_for_another_place_does_nothing()
    {
        var walk = Along(Ask, Give, Fault);
        Assert.Equal(["walk.moved-on", "walk.moved-on", "walk.moved-on", "walk.moved-on"], new Move[]
        {
            new Move.Do("n2", []), new Move.Choose("n1", "a1"), new Move.Skip("n2", SkipReason.AlreadyDone), new Move.GoBack("n2"),
        }.Select(walk.Refused));
        Assert.Equal("This contact has moved on since the page was opened; here it is as it stands now.",
            walk.Take(new Move.Do("n2", [])).Refusals[0].Text);
        walk.Must(new Move.Do("n1", []));
        walk.Must(new Move.Skip("n2", SkipReason.AlreadyDone));
        Assert.Equal(["walk.moved-on", "walk.moved-on", "walk.moved-on"], new Move[]
        {
            new Move.Do("n3", []), new Move.Skip("n3", SkipReason.AlreadyDone), new Move.Choose("n2", "a1"),
        }.Select(walk.Refused));
        Assert.Equal("n3", walk.Walk.At);
    }

    [Fact]
    public void Nobody_does_leaves_out_or_answers_what_is_above_them()
    {
        var step = Along(Ask with { Who = Role.TeamLeader });
        Assert.Equal("This step is the team leader's. Refer the contact: it goes to them with all that you have noted.",
            step.Take(new Move.Do("n1", [])).Refusals.Single().Text);
        Assert.Equal("walk.greater-authority", step.Refused(new Move.Skip("n1", SkipReason.AlreadyDone)));
        var decision = Along(Fault with { Who = Role.SeniorAgent });
        Assert.Equal("walk.greater-authority", decision.Refused(new Move.Choose("n3", "a2")));
        decision.Decider = new(Person(1), Role.SeniorAgent);
        decision.Must(new Move.Choose("n3", "a2"));
    }

    [Theory]
    [InlineData(Role.Designer)]
    [InlineData(Role.Compliance)]
    public void A_step_of_a_role_beside_the_line_is_a_managers(Role beside)
    {
        var walk = Along(Ask with { Who = beside });
        walk.Decider = new(Person(1), Role.TeamLeader);
        Assert.Equal("This step is the manager's. Refer the contact: it goes to them with all that you have noted.",
            walk.Take(new Move.Do("n1", [])).Refusals.Single().Text);
        walk.Decider = new(Person(1), Role.Manager);
        walk.Must(new Move.Do("n1", []));
    }

    [Fact]
    public void An_outcome_is_anybodys_whoever_it_was_drawn_for()
    {
        var walk = new WalkThrough(new Chart([Ask, new Ending("n4", "Over", Resolved: true, Role.Manager)]));
        walk.Must(new Move.Do("n1", []));
        Assert.Null(walk.Offer.Needs);
        walk.Must(new Move.Finish());
    }

    [Fact]
    public void All_that_is_wanting_at_a_step_is_said_at_once()
    {
        var walk = Along(Ask with
        {
            Fields = [new Field("name", "Name", FieldType.Text, Required: true), new Field("phone", "Phone", FieldType.Text, Required: true),
                new Field("note", "Note", FieldType.Text)],
            Guideline = new Guideline { MustSay = "Calls are recorded." },
        });
        var refusals = walk.Take(new Move.Do("n1", [new Noted("phone", ""), new Noted("fax", "1"), new Noted("note", "x")])).Refusals;
        Assert.Equal([("field.needed", "name"), ("field.needed", "phone"), ("field.unknown", null), ("walk.must-say", "said")],
            refusals.Select(refusal => (refusal.Code, refusal.Field)));
        Assert.Equal(["Name is needed.", "Phone is needed.", "This step has no field fax."], refusals.Take(3).Select(refusal => refusal.Text));
        walk.Must(new Move.Do("n1", [new Noted("phone", null, Guid.Empty), new Noted("name", "Ama")], Said: true));
    }

    [Fact]
    public void A_field_left_empty_says_something_only_where_it_was_known_and_is_then_forgotten()
    {
        var walk = Along(Ask, Give);
        var first = Only<StepDone>(walk.Must(new Move.Do("n1", [new Noted("name", "Ama"), new Noted("phone", "")])));
        Assert.Equal([new Noted("name", "Ama")], first.Noted);
        walk.Must(new Move.GoBack("n2"));
        var again = Only<StepDone>(walk.Must(new Move.Do("n1", [new Noted("name", ""), new Noted("phone", "")])));
        Assert.Equal([new Noted("name", "")], again.Noted);
        Assert.Empty(walk.Walk.Known);
        walk.Must(new Move.GoBack("n2"));
        Assert.Empty(walk.Offer.Known);
        Assert.Empty(Only<StepDone>(walk.Must(new Move.Do("n1", [new Noted("name", "")]))).Noted);
    }

    [Fact]
    public void What_was_known_and_is_noted_anew_stands_in_place_of_it()
    {
        var walk = Along(Ask, Give);
        walk.Must(new Move.Do("n1", [new Noted("name", "Ama"), new Noted("phone", "1")]));
        walk.Must(new Move.GoBack("n2"));
        walk.Must(new Move.Do("n1", [new Noted("name", "Esi")]));
        walk.Must(new Move.GoBack("n2"));
        Assert.Equal([new Noted("name", "Esi"), new Noted("phone", "1")], walk.Offer.Known);
    }

    [Fact]
    public void Each_answer_leads_its_own_way()
    {
        var walk = Along(Ask, Fault);
        foreach (var (answer, led) in new[] { ("a1", "n1"), ("a2", "n4"), ("a3", "n9") })
        {
            walk = Along(Ask, Fault);
            walk.Must(new Move.Do("n1", []));
            var refusal = walk.Take(new Move.Choose("n3", "a4")).Refusals.Single();
            Assert.Equal(("walk.unknown-answer", "answer"), (refusal.Code, refusal.Field));
            walk.Must(new Move.Choose("n3", answer));
            Assert.Equal(led, walk.Walk.At);
        }
        // The last led to a place the version does not have: nothing can be done there but to go back.
        Assert.Equal("walk.moved-on", walk.Refused(new Move.Do("n9", [])));
        walk.Must(new Move.GoBack("n9"));
        Assert.Equal("n3", walk.Walk.At);
    }

    [Fact]
    public void Where_the_procedure_leads_nowhere_the_walk_stays_and_what_to_do_is_said()
    {
        var step = new WalkThrough(new Chart([Ask]));
        Assert.Equal("The procedure leads nowhere from here. Refer the contact, or close it and say why.",
            step.Take(new Move.Do("n1", [])).Refusals.Single().Text);
        Assert.Equal("walk.no-way-on", step.Refused(new Move.Skip("n1", SkipReason.AlreadyDone)));
        Assert.Equal("walk.no-way-on", new WalkThrough(new Chart([Fault])).Refused(new Move.Choose("n3", "a2")));
        Assert.Empty(step.Walk.Trail);
    }

    [Fact]
    public void A_step_that_is_always_done_says_why_and_what_to_do_instead()
    {
        var walk = Along(Ask with { Strictness = Strictness.Strict, Guideline = new Guideline { Why = "The law asks for it." } });
        Assert.Equal("This step is always done. The law asks for it. If it cannot be done, refer the contact: it goes on with somebody else.",
            walk.Take(new Move.Skip("n1", SkipReason.Other, Guid.Empty)).Refusals.Single().Text);
        walk = Along(Ask with { Strictness = Strictness.Strict });
        Assert.Equal("This step is always done. If it cannot be done, refer the contact: it goes on with somebody else.",
            walk.Take(new Move.Skip("n1", SkipReason.Other, Guid.Empty)).Refusals.Single().Text);
    }

    [Theory]
    [InlineData(Strictness.Advised, SkipReason.NotSaid, false, "skipReason")]
    [InlineData(Strictness.Advised, SkipReason.NotSaid, true, "skipReason")]
    [InlineData(Strictness.Advised, SkipReason.Other, false, "skipWords")]
    [InlineData(Strictness.Advised, SkipReason.Other, true, null)]
    [InlineData(Strictness.Advised, SkipReason.CustomerDeclined, false, null)]
    [InlineData(Strictness.Optional, SkipReason.NotSaid, false, null)]
    [InlineData(Strictness.Optional, SkipReason.Other, false, "skipWords")]
    public void A_reason_is_asked_where_one_is_needed_and_at_its_place(Strictness strictness, SkipReason reason, bool words, string? missing)
    {
        var walk = Along(Ask with { Strictness = strictness });
        var left = walk.Take(new Move.Skip("n1", reason, words ? Guid.Empty : null));
        Assert.Equal(missing, left.Refusals.SingleOrDefault()?.Field);
        Assert.Equal(missing switch
        {
            null => null,
            "skipReason" => "Say why the step is left out.",
            _ => "Say in a few words why the step is left out.",
        }, left.Refusals.SingleOrDefault()?.Text);
        Assert.Equal(missing is null, walk.Walk.At == "n4");
    }

    [Fact]
    public void What_was_decided_is_taken_back_when_the_step_is_then_left_out_or_done_without_an_amount()
    {
        var walk = Decided();
        Assert.Equal(new Command.RetractDecision("n2"), walk.Must(new Move.Skip("n2", SkipReason.AlreadyDone)).Commands.Single());

        walk = Decided();
        Assert.Equal(new Command.RetractDecision("n2"), walk.Must(Giving("")).Commands.Single());

        walk = Decided();
        Assert.Equal(new Command.RetractDecision("n2"), walk.Must(Giving("0")).Commands.Single());
        walk.Must(new Move.GoBack("n4"));
        walk.Must(new Move.GoBack("n2"));
        Assert.Empty(walk.Must(new Move.Skip("n1", SkipReason.AlreadyDone)).Commands);
        Assert.Equal(new Command.RetractDecision("n2"), walk.Must(new Move.Skip("n2", SkipReason.AlreadyDone)).Commands.Single());
    }

    [Fact]
    public void A_decision_replaces_only_what_was_gone_back_over()
    {
        var walk = Along(Ask, Give with { Next = "n1" });
        walk.Must(new Move.Do("n1", []));
        Assert.False(Taken(walk.Must(Giving("100"))).Replaces);
        walk.Must(new Move.Do("n1", []));
        Assert.False(Taken(walk.Must(Giving("200"))).Replaces);
        walk.Must(new Move.GoBack("n1"));
        Assert.True(Taken(walk.Must(Giving("300"))).Replaces);
        walk.Must(new Move.Do("n1", []));
        Assert.Empty(walk.Must(new Move.Skip("n2", SkipReason.AlreadyDone)).Commands);
    }

    [Fact]
    public void Moving_on_drops_the_question_and_says_so_to_the_one_asked()
    {
        Assert.Equal("The agent went on.", Dropped(Giving("100")));
        Assert.Equal("The step was left out.", Dropped(new Move.Skip("n2", SkipReason.AlreadyDone)));
        Assert.Equal("The agent went back.", Dropped(new Move.GoBack("n2")));
        Assert.Equal("It was asked for differently.", Dropped(Giving("9001")));
        Assert.Equal("The contact itself was referred.", Dropped(new Move.Refer(null)));
        Assert.Equal("The agent withdrew it.", Dropped(new Move.DropReferral()));
        Assert.Equal("The contact was closed.", Dropped(new Move.BreakOff(BreakOffReason.ContactLost), told: false));
    }

    [Fact]
    public void An_amount_is_found_wherever_it_stands_among_what_is_noted()
    {
        var walk = Along(Give with { Fields = [new Field("why", "Why", FieldType.Text), .. Give.Fields] });
        Assert.Equal(100, Taken(walk.Must(new Move.Do("n2", [new Noted("why", "Late"), new Noted("amount", "100")]))).Pence);
    }

    [Fact]
    public void A_place_gone_back_over_twice_is_open_once()
    {
        var walk = Along(Ask, Give with { Next = "n1" });
        walk.Must(new Move.Do("n1", []));
        walk.Must(Giving("0"));
        walk.Must(new Move.Do("n1", []));
        foreach (var place in new[] { "n2", "n1", "n2" })
            walk.Must(new Move.GoBack(place));
        Assert.Equal(["n1", "n2"], walk.Walk.Reopened);
    }

    private static string Dropped(Move move, bool told = true)
    {
        var walk = Along(Ask, Give);
        walk.Must(new Move.Do("n1", []));
        var asked = walk.Must(Giving("9000")).Commands.OfType<Command.OpenReferral>().Single();
        var turn = walk.Must(move);
        if (told)
            Assert.Equal(new ReferralDropped(asked.Id, Person(1)), turn.Facts[0]);
        var closed = Assert.IsType<Command.CloseReferral>(turn.Commands[0]);
        Assert.Equal(asked.Id, closed.Id);
        return closed.Why;
    }

    private static WalkThrough Decided()
    {
        var walk = Along(Ask, Give);
        walk.Must(new Move.Do("n1", []));
        walk.Must(Giving("100"));
        walk.Must(new Move.GoBack("n4"));
        return walk;
    }

    private static WalkThrough Along(params Node[] nodes) => new(new Chart([.. nodes, new Ending("n4", "Over", Resolved: true)]));

    private static Move.Do Giving(string pence) => new("n2", [new Noted("amount", pence)]);

    private static Command.TakeDecision Taken(Turn turn) => turn.Commands.OfType<Command.TakeDecision>().Single();

    private static TFact Only<TFact>(Turn turn) where TFact : WalkFact => Assert.IsType<TFact>(Assert.Single(turn.Facts));

    private static bool Same(StepDone one, StepDone other) =>
        one.Noted.SequenceEqual(other.Noted) && one == other with { Noted = one.Noted };
}
