using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>A walk in hand, and the walk put down: what each knows of the way so far.</summary>
public sealed class WalkInHandTests
{
    private static readonly Chart Charted = new(
    [
        new Step("n1", "Ask") { Fields = [new Field("name", "Name", FieldType.Text)] },
        new Step("n2", "Give goodwill")
        {
            Fields = [new Field("amount", "Amount", FieldType.Money)],
            Authority = new AuthorityDemand("goodwill", "amount"),
            Strictness = Strictness.Strict,
        },
        new Ending("n3", "Over", Resolved: true),
    ]);

    [Fact]
    public void Begun_anew_it_carries_nothing_of_the_walk_before()
    {
        var used = Used();
        var fresh = new WalkState(CompiledChart.Of(Charted));
        Begin(used);
        Begin(fresh);
        Assert.Equal((WalkId.From(Guid.Empty), Contact(2), Case(1), (CustomerId?)Customer(2), 3, Person(5)),
            (used.Id, used.Contact, used.Case, used.Customer, used.Version, used.Agent));
        Assert.Equal(("n1", false, false, 0, true), (used.At, used.Held, used.Left, used.Turn, used.AtStart));
        Assert.Equal((null, null), (used.Waiting, used.Ending));
        foreach (var move in new Move[]
        {
            new Move.GoBack("n1"), new Move.Retrieve(), new Move.DropReferral(), new Move.Do("n1", [new Noted("name", "")]),
            new Move.Skip("n2", SkipReason.AlreadyDone), new Move.Do("n2", [new Noted("amount", "6000")]), new Move.LeaveIt(),
        })
        {
            var (one, other) = (new Minutes(), new Minutes());
            var now = Day.AddSeconds(90);
            var taken = Interpreter.Take(used, move, Standing(5), now, one);
            Assert.Equal(Interpreter.Take(fresh, move, Standing(5), now, other).Refusals, taken.Refusals);
            Assert.Equal(other.Facts.Select(FactCatalogue.Write), one.Facts.Select(FactCatalogue.Write));
            Assert.Equal(other.Commands, one.Commands);
            Assert.Equal((fresh.At, fresh.Turn, fresh.Waiting), (used.At, used.Turn, used.Waiting));
        }
    }

    [Fact]
    public void Broken_off_it_has_ended_with_the_reason()
    {
        var walk = new WalkState(CompiledChart.Of(Charted));
        Begin(walk);
        Assert.True(Interpreter.Take(walk, new Move.BreakOff(BreakOffReason.OtherMatter), Standing(5), Day.AddSeconds(9), new Minutes()).Allowed);
        Assert.Equal(BreakOffReason.OtherMatter.Words(), walk.Ending);
    }

    [Fact]
    public void What_is_known_at_the_beginning_is_known()
    {
        var walk = new WalkState(CompiledChart.Of(Charted));
        var minutes = new Minutes();
        Interpreter.Begin(walk, Begun([new Noted("amount", "900"), new Noted("strange", "1")]), default, Day, minutes);
        Assert.IsType<WalkBegun>(minutes.Facts.Single());
        minutes.Clear();
        Assert.Empty(minutes.Facts);
        Interpreter.Take(walk, new Move.Do("n1", []), Standing(5), Day);
        Interpreter.Take(walk, new Move.Do("n2", []), Standing(5), Day, minutes);
        Assert.Equal(900, minutes.Commands.OfType<Command.TakeDecision>().Single().Pence);
        minutes.Clear();
        Assert.Empty(minutes.Commands);
    }

    [Fact]
    public void What_is_noted_and_left_empty_on_the_way_is_known_and_forgotten()
    {
        var walk = Fresh();
        Do(walk, new Move.Do("n1", [new Noted("name", "Ama")]));
        Do(walk, new Move.GoBack("n2"));
        Assert.Equal([new Noted("name", "")], Do(walk, new Move.Do("n1", [new Noted("name", "")])).Facts.OfType<StepDone>().Single().Noted);
        Do(walk, new Move.GoBack("n2"));
        Assert.Empty(Do(walk, new Move.Do("n1", [new Noted("name", "")])).Facts.OfType<StepDone>().Single().Noted);
    }

    [Fact]
    public void What_is_noted_beside_an_amount_asked_for_is_known_at_once()
    {
        var step = (Step)Charted.Nodes[1];
        var walk = new WalkState(CompiledChart.Of(new Chart(
            [step with { Key = "n1", Fields = [.. step.Fields, new Field("why", "Why", FieldType.Text)] }, Charted.Nodes[2]])));
        Begin(walk);
        Do(walk, new Move.Do("n1", [new Noted("amount", "9000"), new Noted("why", "Late")]));
        Assert.Equal([new Noted("amount", "100"), new Noted("why", "")],
            Do(walk, new Move.Do("n1", [new Noted("amount", "100"), new Noted("why", "")])).Facts.OfType<StepDone>().Single().Noted);
    }

    [Fact]
    public void A_refusal_counts_where_it_was_asked_from_though_the_walk_went_on()
    {
        var walk = Fresh();
        var asked = Do(walk, new Move.Refer(null)).Commands.OfType<Command.OpenReferral>().Single();
        Do(walk, new Move.Do("n1", []));
        Do(walk, new Move.HearRefusal(asked.Id, Person(3)));
        Assert.Equal("walk.strict-step", Interpreter.Take(walk, new Move.Skip("n2", SkipReason.ReferralRefused), Standing(5), Day).Refusals[0].Code);
        Do(walk, new Move.GoBack("n2"));
        Do(walk, new Move.Skip("n1", SkipReason.NotSaid));
    }

    [Fact]
    public void Taken_up_after_one_step_and_led_on_by_another_it_goes_back_over_both()
    {
        var kept = new WalkThrough(Charted);
        kept.Must(new Move.Do("n1", []));
        var walk = WalkState.Of(CompiledChart.Of(Charted), kept.Walk);
        var standing = Standing(1);
        foreach (var move in new Move[] { new Move.Do("n2", []), new Move.GoBack("n3"), new Move.GoBack("n2") })
            Assert.True(Interpreter.Take(walk, move, standing, Day).Allowed);
        Assert.Equal(("n1", true), (walk.At, walk.AtStart));
        Assert.Equal("walk.at-start", Interpreter.Take(walk, new Move.GoBack("n1"), standing, Day).Refusals[0].Code);
    }

    [Fact]
    public void Kept_at_a_place_its_chart_does_not_have_it_can_still_be_noted_on_referred_and_closed()
    {
        var walk = new WalkThrough(Charted).Walk with { At = "n9" };
        Outcome<Turn> Take(Move move) => Interpreter.Take(Charted, walk, move, Standing(1), Day);
        Assert.Equal("n9", Assert.IsType<NoteMade>(Take(new Move.MakeNote(Guid.Empty)).Value.Facts.Single()).Node);
        Assert.Equal("n9", Take(new Move.Refer(null)).Value.Commands.OfType<Command.OpenReferral>().Single().Node);
        Assert.True(Take(new Move.BreakOff(BreakOffReason.OtherMatter)).Allowed);
        Assert.Equal("walk.moved-on", Take(new Move.Do("n9", [])).Refusals.Single().Code);
        Assert.Equal("walk.no-outcome", Take(new Move.Finish()).Refusals.Single().Code);
        Assert.Null(WalkState.Of(CompiledChart.Of(Charted), walk).Node);
    }

    [Fact]
    public void An_approval_once_spent_is_not_spent_again_at_another_step_of_its_kind()
    {
        var chart = new Chart([Charted.Nodes[1], ((Step)Charted.Nodes[1]) with { Key = "n4" }, Charted.Nodes[2]]);
        var walk = new WalkThrough(chart);
        Approved(walk, "n2", 6000);
        var taken = walk.Must(Giving("n2", "6000")).Commands.OfType<Command.TakeDecision>().Single();
        Assert.Equal(("Approved by referral.", walk.Walk.Approvals.Single().Referral), (taken.Why, taken.Under!.Value));
        Assert.Single(walk.Must(Giving("n4", "6000")).Commands.OfType<Command.OpenReferral>());

        // In hand, with the step taken since and not only with the trail as it was kept.
        var (inHand, minutes) = (WalkState.Of(CompiledChart.Of(chart), Approved(new WalkThrough(chart), "n2", 6000).Walk), new Minutes());
        Assert.True(Interpreter.Take(inHand, Giving("n2", "6000"), Standing(1), Day, minutes).Allowed);
        Assert.True(Interpreter.Take(inHand, Giving("n4", "6000"), Standing(1), Day, minutes).Allowed);
        Assert.Single(minutes.Commands.OfType<Command.OpenReferral>());
    }

    private static WalkState Used()
    {
        var walk = new WalkThrough(Charted);
        walk.Must(new Move.Do("n1", [new Noted("name", "Ama")]));
        Approved(walk, "n2", 6000);
        var refused = walk.Must(Giving("n2", "9000")).Commands.OfType<Command.OpenReferral>().Single();
        walk.Must(new Move.HearRefusal(refused.Id, Person(3)));
        walk.Must(new Move.GoBack("n2"));
        walk.Must(new Move.Refer(null));
        var state = WalkState.Of(CompiledChart.Of(Charted), walk.Walk);
        foreach (var move in new Move[] { new Move.Do("n1", []), new Move.Hold(), new Move.LeaveIt() })
            Assert.True(Interpreter.Take(state, move, Standing(1), walk.Now).Allowed);
        return state;
    }

    private static WalkState Fresh()
    {
        var walk = new WalkState(CompiledChart.Of(Charted));
        Begin(walk);
        return walk;
    }

    private static Minutes Do(WalkState walk, Move move)
    {
        var minutes = new Minutes();
        Assert.True(Interpreter.Take(walk, move, Standing(5), Day, minutes).Allowed);
        return minutes;
    }

    private static void Begin(WalkState walk) => Interpreter.Begin(walk, Begun([]), WalkId.From(Guid.Empty), Day);

    private static WalkBegun Begun(IReadOnlyList<Noted> known) => new(Contact(2), Case(1), Customer(2), Procedure(1), 3, "n1", Person(5), known);

    private static Standing Standing(int person) => new(new(Person(person), Role.Agent), Usual, [Goodwill], [], default);

    private static ProcedureId Procedure(int number) => ProcedureId.From(Guid.Parse($"00000000-0000-0000-0007-{number:D12}"));

    private static WalkThrough Approved(WalkThrough walk, string node, long pence)
    {
        var asked = walk.Must(Giving(node, $"{pence}")).Commands.OfType<Command.OpenReferral>().Single();
        walk.Must(new Move.HearApproval(asked.Id, pence, Person(3)));
        return walk;
    }

    private static Move.Do Giving(string node, string pence) => new(node, [new Noted("amount", pence)]);
}
