using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Comparison;
using Answerable.Model.Procedures.Editing;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures;

public sealed class ComparisonTests
{
    [Fact]
    public void A_chart_does_not_differ_from_itself() =>
        Check.One(Tries.Of(100), Prop.ForAll(RandomCharts.Any, chart => ChartComparison.Of(chart, chart).Count == 0));

    [Fact]
    public void Added_removed_moved_and_changed_steps_are_told_apart()
    {
        var after = Apply(RealCharts.MissedBin,
            new InsertNode(NodeKind.Step, "Say sorry", "n1"),
            new RemoveNode("n7"),
            new MoveNode("n5", 8),
            new ChangeNode(((Step)RealCharts.MissedBin.Find("n6")!) with { Title = "Read out the crew's reason" }));

        Assert.Equal(
            ["n9 Added", "n2 Changed", "n6 Changed", "n5 Moved", "n7 Removed"],
            ChartComparison.Of(RealCharts.MissedBin, after).Select(change => $"{change.Key} {change.Words}"));
    }

    [Fact]
    public void A_change_names_the_part_and_how_it_was_and_is()
    {
        var after = Apply(RealCharts.MissedBin, new ChangeNode(((Step)RealCharts.MissedBin.Find("n6")!) with { Title = "Read out the reason" }));

        Assert.Equal(new PartChange("Title", "Explain the crew's reason", "Read out the reason"), ChartComparison.Of(RealCharts.MissedBin, after)
            .Single().Parts.Single());
    }

    [Fact]
    public void A_step_put_in_above_moves_nothing_though_every_number_shifts() =>
        Assert.Equal(["n9"], ChartComparison.Of(RealCharts.MissedBin, Apply(RealCharts.MissedBin, new InsertNode(NodeKind.Step, "First", null)))
            .Select(change => change.Key));

    [Fact]
    public void An_edit_says_in_words_what_it_does() =>
        Assert.Equal("Changed 6 'Explain the crew's reason': title",
            new ChangeNode(((Step)RealCharts.MissedBin.Find("n6")!) with { Title = "Read it out" }).Words(RealCharts.MissedBin));

    private static Chart Apply(Chart chart, params ChartEdit[] edits) => edits.Aggregate(chart, (sofar, edit) => edit.Apply(sofar).Value);
}
