using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;

namespace Answerable.Tests.Procedures;

/// <summary>Where whoever came to a node goes once it is taken out.</summary>
public sealed class RemoveNodeTests
{
    private static readonly Chart Bin = RealCharts.MissedBin;

    [Fact]
    public void Whoever_came_to_a_decision_goes_where_its_first_answer_led()
    {
        var chart = new RemoveNode("n3").Apply(Bin).Value;
        Assert.Equal(["n6", "n7", "n8"], ((Decision)chart.Find("n2")!).Answers.Select(answer => answer.Next));

        var below = new Chart([Which("n1", "n2", "n4"), Which("n2", null, "n4"), new Step("n3", "Three"), End("n4")]);
        Assert.Equal([null, "n4"], Ways(new RemoveNode("n2").Apply(below).Value, "n1"));
    }

    [Fact]
    public void A_step_that_led_to_itself_or_to_the_one_below_leaves_those_before_it_led_to_the_one_below()
    {
        var self = new Chart([Which("n1", "n2", "n4"), new Step("n2", "Round", Next: "n2"), new Step("n3", "Three"), End("n4")]);
        Assert.Equal([null, "n4"], Ways(new RemoveNode("n2").Apply(self).Value, "n1"));

        var decision = new Chart([Which("n1", "n2", "n4"), Which("n2", "n2", "n4"), new Step("n3", "Three"), End("n4")]);
        Assert.Equal([null, "n4"], Ways(new RemoveNode("n2").Apply(decision).Value, "n1"));

        var named = new Chart([Which("n1", "n4", "n3"), new Step("n2", "Two"), new Step("n3", "Three"), new Step("n4", "Four"), End("n5")]);
        Assert.Equal(["n4", "n4"], Ways(new RemoveNode("n3").Apply(named).Value, "n1"));
    }

    [Fact]
    public void An_ending_that_one_leads_to_by_name_stays_and_says_which()
    {
        var chart = new Chart([Which("n1", null, "n4"), new Step("n2", "Two", Next: "n3"), End("n3"), End("n4")]);
        Assert.Equal(("version.still-led-to", "1 'Which n1' leads here. Lead it elsewhere first.", "Key"),
            new RemoveNode("n4").Apply(chart).Refusals.Single() is var refusal ? (refusal.Code, refusal.Text, refusal.Field) : default);
    }

    [Fact]
    public void An_ending_that_nobody_leads_to_by_name_goes_and_the_way_to_it_from_above_breaks_off()
    {
        var chart = new RemoveNode("n3").Apply(new Chart([new Step("n1", "One"), new Step("n2", "Two"), End("n3")])).Value;
        Assert.Equal(["n2", null], chart.Nodes.SelectMany(chart.ExitsOf));
    }

    [Fact]
    public void A_last_step_led_to_by_itself_alone_goes()
    {
        var chart = new Chart([new Step("n1", "One", Next: "n2"), End("n2"), new Step("n3", "Round", Next: "n3")]);
        Assert.Equal(["n1", "n2"], new RemoveNode("n3").Apply(chart).Value.Nodes.Select(node => node.Key));
    }

    [Fact]
    public void Afterwards_one_stands_on_the_step_below_or_where_there_is_none_on_the_last()
    {
        Assert.Equal("n4", new RemoveNode("n3").NodeIn(Bin));
        Assert.Equal("n7", new RemoveNode("n8").NodeIn(Bin));
        Assert.Null(new RemoveNode("n1").NodeIn(new Chart([End("n1")])));
        Assert.Null(new RemoveNode("n77").NodeIn(Bin));
        Assert.Equal("Removed 3 'Reported by the crew'", new RemoveNode("n3").Words(Bin));
    }

    private static Ending End(string key) => new(key, $"End {key}", Resolved: true);

    private static Decision Which(string key, params string?[] ways) => new(key, $"Which {key}")
    { Question = "Which?", Answers = [.. ways.Select((way, place) => new Answer($"a{place + 1}", $"Answer {place + 1}", way))] };

    private static IEnumerable<string?> Ways(Chart chart, string key) => ((Decision)chart.Find(key)!).Answers.Select(answer => answer.Next);
}
