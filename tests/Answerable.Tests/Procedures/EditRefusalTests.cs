using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;

namespace Answerable.Tests.Procedures;

/// <summary>What an edit says of itself in the history, what it refuses, and where its reader stands afterwards.</summary>
public sealed class EditRefusalTests
{
    private const string Gone = "version.node-gone Key: There is no step 'n77' in this version any more. Somebody may have removed it; " +
        "look at the outline again.";

    private static readonly Chart Bin = RealCharts.MissedBin;

    [Fact]
    public void An_edit_of_a_step_that_is_gone_is_refused_and_speaks_of_a_step()
    {
        foreach (var edit in new ChartEdit[]
            { new MoveNode("n77", 1), new RemoveNode("n77"), new ChangeNode(new Step("n77", "New")) })
            Refuses(edit, Bin, Gone);
        // Where a new line goes is chosen, and said where it was chosen.
        Refuses(new InsertNode(NodeKind.Step, "New", "n77"), Bin, Gone.Replace(" Key:", " After:", StringComparison.Ordinal));
        Assert.Equal("Added step 'New' below a step", new InsertNode(NodeKind.Step, "New", "n77").Words(Bin));
        Assert.Equal("Moved a step to place 1", new MoveNode("n77", 1).Words(Bin));
        Assert.Equal("Removed a step", new RemoveNode("n77").Words(Bin));
        Assert.Equal("Changed a step", new ChangeNode(new Step("n77", "New")).Words(Bin));
    }

    [Fact]
    public void A_procedure_holds_500_steps()
    {
        Refuses(new InsertNode(NodeKind.Step, "New", null), Long(500),
            "version.too-long -: A procedure holds at most 500 steps. Split it, and hand over from one to the other.");
        Assert.Equal(500, new InsertNode(NodeKind.Step, "New", null).Apply(Long(499)).Value.Nodes.Count);
        Assert.True(WholeChart.Of(Long(500)).Allowed);
        Assert.Equal("version.too-long -: A procedure holds at most 500 steps; this has 501.", Line(WholeChart.Of(Long(501))));
    }

    [Fact]
    public void A_new_node_stands_where_it_was_put_and_is_what_it_was_asked_to_be()
    {
        var top = new InsertNode(NodeKind.Step, " Say hello ", null).Apply(Bin).Value;
        Assert.Equal(("n9", "Say hello", Role.Agent, 9), (top.Nodes[0].Key, top.Nodes[0].Title, top.Nodes[0].Who, top.KeysGiven));

        var below = new InsertNode(NodeKind.Decision, "Is it so?", "n6").Apply(RealCharts.Refunds).Value;
        var decision = (Decision)below.Nodes[6];
        Assert.Equal((Role.SeniorAgent, "Is it so?"), (decision.Who, decision.Question));
        Assert.Equal([new Answer("a1", "Yes"), new Answer("a2", "No")], decision.Answers);

        var onward = (Decision)new InsertNode(NodeKind.Decision, "Is it so?", "n6").Apply(Bin).Value.Find("n9")!;
        Assert.Equal(["n8", "n8"], onward.Answers.Select(answer => answer.Next));
        Assert.Equal(new Ending("n9", "Done", Resolved: true), new InsertNode(NodeKind.Ending, "Done", "n1").Apply(Bin).Value.Nodes[1]);
        Assert.Equal("n3", ((Decision)new InsertNode(NodeKind.Step, "New", "n2").Apply(Bin).Value.Nodes[1] with { Key = "n3" }).Key);
    }

    [Fact]
    public void A_new_node_is_told_of_by_its_kind_and_place_and_without_card_numbers()
    {
        Assert.Equal("Added step 'Say hello' at the top", new InsertNode(NodeKind.Step, " Say hello ", null).Words(Bin));
        Assert.Equal("Added ending 'Try 411111******1111' below 5 'Return booked'",
            new InsertNode(NodeKind.Ending, "Try 4111111111111111", "n5").Words(Bin));
        Assert.Equal("n9", new InsertNode(NodeKind.Step, "New", null).NodeIn(Bin));
        Refuses(new InsertNode(NodeKind.Step, " ", null), Bin, "version.no-title Title: Say what it is, in a few words.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void There_is_no_place_before_the_first_or_after_the_last(int place) => Refuses(new MoveNode("n1", place), Bin,
        $"version.no-such-place To: The outline has places 1 to 8; there is no place {place}.");

    [Fact]
    public void A_node_may_be_moved_to_any_place_from_the_first_to_the_last()
    {
        Assert.Equal(["n5", "n1", "n2", "n3", "n4", "n6", "n7", "n8"], Keys(new MoveNode("n5", 1)));
        Assert.Equal(["n2", "n3", "n4", "n5", "n6", "n7", "n8", "n1"], Keys(new MoveNode("n1", 8)));
        Assert.Equal("Moved 5 'Return booked' to place 1", new MoveNode("n5", 1).Words(Bin));
        Assert.Equal("n5", new MoveNode("n5", 1).NodeIn(Bin));
    }

    [Fact]
    public void A_node_stays_of_its_kind()
    {
        Refuses(new ChangeNode(new Decision("n1", "Which")), Bin,
            "version.other-kind -: This is a step and stays one. Add a new decision and remove this.");
        Refuses(new ChangeNode(new Step("n5", "Ask")), Bin, "version.other-kind -: This is an ending and stays one. Add a new step and remove this.");
    }

    [Fact]
    public void A_way_to_a_step_that_is_gone_is_refused_beside_its_field()
    {
        const string said = "There is no step 'n77' to go to; somebody may have removed it. Choose another.";
        Refuses(new ChangeNode(new Step("n1", "Ask", Next: "n77")), Bin, $"version.no-such-step Next: {said}");
        Refuses(new ChangeNode(new Decision("n2", "Which") { Answers = [new Answer("a1", "Yes", "n3"), new Answer("a2", "No", "n77")] }), Bin,
            $"version.no-such-step Answers: {said}");
        Assert.True(new ChangeNode(new Step("n1", "Ask", Next: "n8")).Apply(Bin).Allowed);
    }

    [Fact]
    public void A_change_is_told_of_by_the_parts_it_touches()
    {
        Assert.Equal("Saved 5 'Return booked' unchanged", new ChangeNode(Bin.Find("n5")!).Words(Bin));
        Assert.Equal("Changed 5 'Return booked': title, outcome", new ChangeNode(new Ending("n5", "Booked", Resolved: false)
        { AfterContact = ((Ending)Bin.Find("n5")!).AfterContact }).Words(Bin));
        Assert.Equal("n5", new ChangeNode(Bin.Find("n5")!).NodeIn(Bin));
    }

    [Fact]
    public void Two_answers_of_one_key_and_new_ones_each_get_a_key_of_their_own()
    {
        var changed = (Decision)Bin.Find("n3")! with { Answers = [new("a2", "One"), new("a2", "Two"), new("", "Three"), new("", "Four")] };
        Assert.Equal(["a2", "a3", "a4", "a5"],
            ((Decision)new ChangeNode(changed).Apply(Bin).Value.Find("n3")!).Answers.Select(answer => answer.Key));
    }

    private static IEnumerable<string> Keys(ChartEdit edit) => edit.Apply(Bin).Value.Nodes.Select(node => node.Key);

    private static Chart Long(int count) => new([.. Enumerable.Range(1, count).Select(number => new Step($"n{number}", $"Step {number}"))]);

    private static void Refuses(ChartEdit edit, Chart chart, string refusal) => Assert.Equal(refusal, Line(edit.Apply(chart)));

    private static string Line(Outcome<Chart> outcome) =>
        Assert.Single(outcome.Refusals) is var refusal ? $"{refusal.Code} {refusal.Field ?? "-"}: {refusal.Text}" : "";
}
