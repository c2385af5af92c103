using System.Text.Json;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>A walk as it is kept: its clock, its approvals, its end, and how it reads back.</summary>
public sealed class WalkKeptTests
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
    public void Hold_and_its_end_are_asked_once_each()
    {
        var walk = new WalkThrough(Charted);
        Assert.Equal("walk.not-held", walk.Refused(new Move.Retrieve()));
        walk.Must(new Move.Hold());
        Assert.Equal("walk.held", walk.Refused(new Move.Hold()));
    }

    [Fact]
    public void Hold_and_absence_each_pause_the_clock_and_both_must_be_over_before_it_runs()
    {
        var walk = new WalkThrough(Charted);
        walk.After(10).Must(new Move.Hold());
        walk.After(10).Must(new Move.LeaveIt());
        walk.After(10).Must(new Move.Resume());
        Assert.Equal(10_000, walk.Walk.SpentMs(walk.Now));
        walk.After(10).Must(new Move.Retrieve());
        walk.After(10).Must(new Move.Do("n1", []));
        Assert.Equal(20_000, walk.Walk.Trail.Single().Ms);
    }

    [Fact]
    public void What_is_done_on_hold_begins_the_next_step_on_hold()
    {
        var walk = new WalkThrough(Charted);
        walk.After(10).Must(new Move.Hold());
        walk.After(10).Must(new Move.Do("n1", []));
        walk.After(10).Must(new Move.Retrieve());
        walk.After(4).Must(new Move.GoBack("n2"));
        var facts = walk.Journal.Select(entry => entry.Fact()).ToList();
        Assert.Equal((10_000L, 4_000L), (facts.OfType<StepDone>().Single().Ms, facts.OfType<WentBack>().Single().Ms));
    }

    [Fact]
    public void Time_at_a_step_is_never_less_than_none()
    {
        var walk = new Walk(default, default, default, null, default, 1) { Since = Day };
        Assert.Equal(0, walk.SpentMs(Day.AddSeconds(-1)));
        Assert.Equal(1500, (walk with { PausedMs = 500 }).SpentMs(Day.AddSeconds(2)));
        Assert.Equal(1000, (walk with { PausedAt = Day.AddSeconds(1) }).SpentMs(Day.AddSeconds(2)));
    }

    [Fact]
    public void A_walk_that_is_over_takes_notes_and_nothing_else_and_says_how_it_ended()
    {
        var walk = new WalkThrough(Charted);
        walk.Must(new Move.BreakOff(BreakOffReason.ServedOtherwise));
        Assert.Equal([new Command.ResolveContact(true, "broken-off")], walk.Commands);
        Assert.Equal(new WalkEnd("It was settled another way", true, true, walk.Now), walk.Walk.End);
        Assert.Equal("This walk is finished: It was settled another way.", walk.Take(new Move.Finish()).Refusals.Single().Text);
        Assert.Equal("walk.finished", walk.Refused(new Move.Resume()));
        walk.Must(new Move.MakeNote(Guid.Empty));
        Assert.Equal(new WalkNote("n1", Guid.Empty, walk.Now, Person(1)), walk.Walk.Notes.Single());
    }

    [Fact]
    public void Only_the_one_who_has_it_moves_it_and_only_what_was_left_is_resumed()
    {
        var walk = new WalkThrough(Charted) { Decider = new Decider(Person(2), Role.Agent) };
        Assert.Equal("This contact is with a colleague now; what you typed was not applied.", walk.Take(new Move.Hold()).Refusals.Single().Text);
        Assert.Equal("Nobody has left this contact: it is being worked on.", walk.Take(new Move.Resume()).Refusals.Single().Text);
        Assert.Equal("walk.not-left", walk.Refused(new Move.Resume()));
        walk.Must(new Move.Resume(ReferralId.From(Guid.Empty)));
        Assert.Equal(Person(2), walk.Walk.Agent);
    }

    [Theory]
    [InlineData("exception", 6000, 1, 1, 3, 0, false)]
    [InlineData("goodwill", 6000, 1, 1, 3, 0, true)]
    [InlineData("goodwill", 6001, 1, 1, 3, 0, false)]
    [InlineData("goodwill", 6000, 2, 1, 3, 0, false)]
    [InlineData("goodwill", 6000, 1, 2, 3, 0, false)]
    [InlineData("goodwill", 6000, 1, 1, 4, 0, false)]
    [InlineData("goodwill", 6000, 1, 1, 3, -1, false)]
    [InlineData("goodwill", 6000, 1, 1, 3, 86_399, true)]
    [InlineData("goodwill", 6000, 1, 1, 3, 86_400, false)]
    public void An_approval_is_good_for_its_own_kind_amount_case_and_version_for_a_day(
        string kind, long pence, int theCase, int procedure, int version, int seconds, bool covers)
    {
        var approval = new Approval(default, "goodwill", 6000, Case(1), Procedure(1), 3, Person(3), Day);
        Assert.Equal(covers, approval.Covers(kind, pence, Case(theCase), Procedure(procedure), version, Day.AddSeconds(seconds)));
        Assert.True((approval with { Pence = null }).Covers("goodwill", null, Case(1), Procedure(1), 3, Day));
        Assert.False((approval with { Pence = null }).Covers("goodwill", 1, Case(1), Procedure(1), 3, Day));
        Assert.True(approval.Covers("goodwill", null, Case(1), Procedure(1), 3, Day));
    }

    [Fact]
    public void A_walk_reads_back_from_both_forms_and_from_none_that_is_later_or_empty()
    {
        var walk = Approved(new WalkThrough(new Chart([Charted.Nodes[1], Charted.Nodes[2]])), "n2", 6000).Walk;
        var written = WalkJson.Write(walk);
        Assert.StartsWith("{\"form\":2,", written, StringComparison.Ordinal);
        Assert.Equal(written, WalkJson.Write(WalkJson.Read(written)));
        Assert.Equal(written, WalkJson.Write(WalkJson.Read(JsonSerializer.Serialize(walk, KeptJson.Options))));
        Assert.Equal("This walk was put down by a later Answerable (form 3); this one reads forms up to 2.",
            Assert.Throws<FormatException>(() => WalkJson.Read("{\"form\":3,\"walk\":null}")).Message);
        Assert.Equal("A walk is kept as an object.", Assert.Throws<FormatException>(() => WalkJson.Read("{\"form\":2,\"walk\":null}")).Message);
        Assert.Equal("A walk is kept as an object.", Assert.Throws<FormatException>(() => WalkJson.Read("null")).Message);
    }

    [Fact]
    public void A_walk_without_its_beginning_cannot_be_told()
    {
        Assert.Throws<InvalidOperationException>(() => WalkFold.Apply(null, default, new WalkHeld(Person(1)), Day));
        Assert.Null(WalkFold.Of([]));
        Assert.Throws<InvalidOperationException>(() =>
            Interpreter.Take(Charted, new WalkThrough(Charted).Walk, new Move.Hold(),
                new Standing(new(null, Role.Agent), Matrix.Empty, [], [], default), Day));
    }

    [Fact]
    public void A_kind_of_decision_nobody_defined_is_taken_as_money_by_its_code()
    {
        var standing = new Standing(new(Person(1), Role.Agent), Usual, [Goodwill, new("exception", "Exception", Money: false)], [], default);
        Assert.Equal("Exception", standing.Kind("exception").Name);
        Assert.Equal(new DecisionKind("other", "other", Money: true), standing.Kind("other"));
    }

    private static ProcedureId Procedure(int number) => ProcedureId.From(Guid.Parse($"00000000-0000-0000-0007-{number:D12}"));

    private static WalkThrough Approved(WalkThrough walk, string node, long pence)
    {
        var asked = walk.Must(Giving(node, $"{pence}")).Commands.OfType<Command.OpenReferral>().Single();
        walk.Must(new Move.HearApproval(asked.Id, pence, Person(3)));
        return walk;
    }

    private static Move.Do Giving(string node, string pence) => new(node, [new Noted("amount", pence)]);
}
