using Answerable.Model;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures;

public sealed class EditingTests
{
    [Fact]
    public void Any_sequence_of_edits_keeps_keys_unique_gives_none_twice_and_names_no_way_that_is_not_there() =>
        Check.One(Tries.Of(100), Prop.ForAll(RandomCharts.Any, RandomCharts.Edits, (chart, edits) =>
        {
            var everGiven = chart.Nodes.Select(node => node.Key).ToHashSet();
            foreach (var edit in edits)
            {
                _ = edit.Words(chart);
                var edited = edit.Apply(chart);
                if (!edited.Allowed)
                    continue;
                var fresh = edited.Value.Nodes.Where(node => chart.Find(node.Key) is null).ToList();
                if (!fresh.TrueForAll(node => everGiven.Add(node.Key)))
                    return false;
                chart = edited.Value;
                if (chart.Nodes.DistinctBy(node => node.Key).Count() != chart.Nodes.Count || !WaysHold(chart))
                    return false;
            }
            return true;
        }));

    [Fact]
    public void A_step_put_in_below_a_step_that_leads_elsewhere_stands_on_its_way()
    {
        var chart = new InsertNode(NodeKind.Step, "Say sorry", "n6").Apply(RealCharts.MissedBin).Value;

        Assert.Null(((Step)chart.Find("n6")!).Next);
        Assert.Equal("n9", chart.Below(chart.Find("n6")!));
        Assert.Equal("n8", ((Step)chart.Find("n9")!).Next);
    }

    [Fact]
    public void Putting_a_node_in_and_taking_it_out_again_leaves_every_way_as_it_was() =>
        Check.One(Tries.Of(100), Prop.ForAll(RandomCharts.Any, Gen.Elements(NodeKind.Step, NodeKind.Decision).ToArbitrary(), (chart, kind) =>
            chart.Nodes.All(node =>
            {
                var longer = new InsertNode(kind, "New", node.Key).Apply(chart).Value;
                var back = new RemoveNode(chart.NextKey()).Apply(longer);
                return !back.Allowed || Ways(back.Value).SequenceEqual(Ways(chart));
            })));

    [Fact]
    public void Taking_a_step_out_leads_whoever_came_to_it_to_where_it_led()
    {
        var chart = new RemoveNode("n7").Apply(RealCharts.MissedBin).Value;

        Assert.Equal("n4", ((Decision)chart.Find("n2")!).Answers[1].Next);
        Assert.Equal(8, chart.KeysGiven);
    }

    [Fact]
    public void An_ending_that_others_lead_to_is_not_taken_out_by_guess()
    {
        var refused = new RemoveNode("n8").Apply(RealCharts.MissedBin);

        Assert.Equal("2 'Collection day', 6 'Explain the crew's reason' lead here. Lead them elsewhere first.", refused.Refusals.Single().Text);
    }

    [Fact]
    public void A_removed_key_is_never_given_again()
    {
        var chart = new Chart([new Step("n1", "One"), new Step("n2", "Two"), new Ending("n3", "End", true)]);
        var shorter = new RemoveNode("n3").Apply(chart).Value;
        var longer = new InsertNode(NodeKind.Ending, "Another", "n2").Apply(shorter).Value;

        Assert.Equal("n4", longer.Nodes[^1].Key);
    }

    [Fact]
    public void Free_text_keeps_no_card_number()
    {
        var step = new Step("n1", "Take 4111 1111 1111 1111") { Guideline = new Guideline { Say = "Try 4111111111111111", Must = ["cvv 123"] } };
        var kept = (Step)new ChangeNode(step).Apply(RealCharts.MissedBin).Value.Nodes[0];

        Assert.DoesNotContain("11111111", kept.Title + kept.Guideline.Say, StringComparison.Ordinal);
        Assert.DoesNotContain("123", kept.Guideline.Must[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_answer_gets_a_key_the_decision_has_not_used()
    {
        var decision = (Decision)RealCharts.MissedBin.Find("n2")!;
        var changed = decision with { Answers = [decision.Answers[0], new Answer("", "Do not know")] };
        var kept = (Decision)new ChangeNode(changed).Apply(RealCharts.MissedBin).Value.Find("n2")!;

        Assert.Equal(["a1", "a4"], kept.Answers.Select(answer => answer.Key));
    }

    [Fact]
    public void Everything_wrong_with_a_change_is_said_at_once_beside_its_field()
    {
        var refused = new ChangeNode(new Step("n4", " ", Next: "n99") { Guideline = new Guideline { Approach = new string('x', 10_001) } })
            .Apply(RealCharts.MissedBin);

        Assert.Equal(["Title", "Approach", "Next"], refused.Refusals.Select(refusal => refusal.Field));
    }

    private static bool WaysHold(Chart chart) => chart.Nodes.All(node => Named(node).All(way => way is null || chart.Find(way) is not null));

    private static IEnumerable<string?> Named(Node node) => node switch
    {
        Step step => [step.Next],
        Decision decision => decision.Answers.Select(answer => answer.Next),
        _ => [],
    };

    private static IEnumerable<string> Ways(Chart chart) => chart.Nodes.Select(node => $"{node.Key}: {string.Join(",", chart.ExitsOf(node))}");
}
