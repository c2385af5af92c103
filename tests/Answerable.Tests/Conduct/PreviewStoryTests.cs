using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>A procedure tried out before it is published: a line for each move, and why it leads no further.</summary>
public sealed class PreviewStoryTests
{
    private static readonly Chart Charted = new(
    [
        new Step("n1", "Ask") { Strictness = Strictness.Optional },
        new Decision("n2", "At fault") { Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n5")] },
        new Step("n3", "Give goodwill")
        {
            Fields = [new Field("amount", "Amount", FieldType.Money, Required: true)],
            Authority = new AuthorityDemand("goodwill", "amount"),
        },
        new Step("n4", "Check", Role.SeniorAgent),
        new Ending("n5", "Over", Resolved: true),
    ]);

    [Fact]
    public void Every_move_has_its_line()
    {
        var preview = Of(Charted, Role.Agent, new Supposed.Done(), new Supposed.Answered(1), new Supposed.Done(6000), new Supposed.Refused(),
            new Supposed.Done(6000), new Supposed.Approved(), new Supposed.Done(6000), new Supposed.Referred(), new Supposed.TakenOver(),
            new Supposed.Done());
        Assert.Null(preview.Stopped);
        Assert.Equal(["1 Ask", "2 At fault: Yes", "3 Give goodwill, £60.00: goes to the senior agent", "The senior agent refuses it",
            "3 Give goodwill, £60.00: goes to the senior agent", "The senior agent approves it", "3 Give goodwill, £60.00",
            "4 Check: the contact goes to the senior agent", "The senior agent takes the contact over", "4 Check"],
            preview.Story);
        Assert.Equal((10, 5, "n5", Role.SeniorAgent), (preview.Moves.Count, preview.Seen, preview.Walk.At, preview.Role));
    }

    [Fact]
    public void What_is_left_out_and_answered_otherwise_has_its_line_too()
    {
        var preview = Of(Charted, Role.Agent, new Supposed.LeftOut(), new Supposed.Answered(2));
        Assert.Equal(["1 Ask: left out", "2 At fault: No"], preview.Story);
        Assert.Equal((3, "n5"), (preview.Seen, preview.Walk.At));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void What_the_procedure_no_longer_has_leads_no_further(int answer)
    {
        var preview = Of(Charted, Role.Agent, new Supposed.Done(), new Supposed.Answered(answer), new Supposed.Answered(1));
        Assert.Equal("This procedure has changed since the walk was made: it leads no further than here.", preview.Stopped!.Text);
        Assert.Equal(("n2", 1), (preview.Walk.At, preview.Moves.Count));
    }

    [Fact]
    public void An_answer_nobody_waits_for_is_no_move()
    {
        Supposed[] unasked = [new Supposed.TakenOver(), new Supposed.Approved(), new Supposed.Refused(), new Supposed.Unreadable()];
        foreach (var supposed in unasked)
            Assert.Equal("walk.unknown-move", Of(Charted, Role.Agent, supposed).Stopped!.Code);
        var contact = Of(Charted, Role.Agent, new Supposed.Referred());
        Assert.Equal("walk.unknown-move", contact.Take(new Supposed.Approved())!.Code);
        Assert.Equal("walk.unknown-move", contact.Take(new Supposed.Refused())!.Code);
        Assert.Null(contact.Covered());
        var decision = AtGoodwill(9000);
        Assert.Equal("walk.unknown-move", decision.Take(new Supposed.TakenOver())!.Code);
    }

    [Fact]
    public void A_way_to_a_place_that_is_not_there_leads_nowhere_yet_and_changes_nothing()
    {
        var preview = Of(new Chart([new Step("n1", "Ask", Next: "n9")]), Role.Agent, new Supposed.Done());
        Assert.Equal("walk.no-way-on", preview.Stopped!.Code);
        Assert.Equal(("This leads nowhere yet.", "n1", 0, 1), (preview.Stopped.Text, preview.Walk.At, preview.Story.Count, preview.Seen));
    }

    [Fact]
    public void It_begins_at_the_step_that_is_looked_at_or_at_the_first_where_that_is_gone()
    {
        Assert.Equal("n3", Preview.Of(Ground(Charted), Role.Agent, "n3", []).Walk.At);
        Assert.Equal("n1", Preview.Of(Ground(Charted), Role.Agent, "n9", []).Walk.At);
        Assert.Equal(1, Preview.Of(Ground(Charted), Role.Agent, "n3", []).Seen);
    }

    [Fact]
    public void While_an_answer_is_awaited_what_was_asked_is_shown_and_then_no_more()
    {
        var preview = AtGoodwill(9000);
        Assert.Equal((9000L, Role.TeamLeader), (preview.Waiting!.Pence!.Value, preview.Waiting.To));
        Assert.Null(preview.Covered());
        Assert.Null(preview.Take(new Supposed.Refused()));
        Assert.Null(preview.Waiting);
    }

    [Fact]
    public void What_was_given_on_the_way_counts()
    {
        var again = new Chart([Charted.Nodes[2], (Step)Charted.Nodes[2] with { Key = "n6" }, Charted.Nodes[4]]);
        var preview = Of(again, Role.Agent, new Supposed.Done(3000));
        Assert.Equal(2000, preview.Offer.UpToPence);
        Assert.Null(preview.Take(new Supposed.Done(2001)));
        Assert.Equal(5001, preview.Waiting!.TotalPence);
    }

    private static Preview AtGoodwill(long pence) =>
        Of(Charted, Role.Agent, new Supposed.Done(), new Supposed.Answered(1), new Supposed.Done(pence));

    private static Preview Of(Chart chart, Role role, params Supposed[] way) => Preview.Of(Ground(chart), role, null, way);

    private static Preview.Ground Ground(Chart chart) => new(chart, ProcedureId.From(Guid.Empty), 1, Usual, [Goodwill], Day);
}
