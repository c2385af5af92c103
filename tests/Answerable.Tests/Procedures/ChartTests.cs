using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;

namespace Answerable.Tests.Procedures;

public sealed class ChartTests
{
    [Fact]
    public void A_chart_begins_with_its_first_node_and_an_empty_one_nowhere()
    {
        Assert.Equal("n1", RealCharts.Refunds.Start?.Key);
        Assert.Null(Chart.Empty.Start);
        Assert.Equal("n1", new Chart([new Step("n1", "Only")]).Start?.Key);
    }

    [Fact]
    public void A_node_is_numbered_by_its_place_and_one_that_is_not_there_has_no_number_and_none_below()
    {
        Assert.Equal((1, 9, 0), (RealCharts.Refunds.NumberOf("n1"), RealCharts.Refunds.NumberOf("n9"), RealCharts.Refunds.NumberOf("n10")));
        Assert.Equal("n2", RealCharts.Refunds.Below(RealCharts.Refunds.Nodes[0]));
        Assert.Null(RealCharts.Refunds.Below(RealCharts.Refunds.Nodes[^1]));
        Assert.Null(RealCharts.Refunds.Below(new Step("n10", "Elsewhere")));
    }

    [Theory]
    [InlineData("n8")]
    [InlineData("n8", "n3")]
    [InlineData("n8", "n7")]
    [InlineData("n1", "greeting", "x9", "", "n", "n+9", "n 9", "n-9", "n2147483647", "n99999999999")]
    [InlineData("n2147483647", "n2147483646")]
    public void The_next_key_is_above_every_number_given(string next, params string[] keys)
    {
        var chart = new Chart([.. keys.Select(key => new Step(key, "Step"))]) { KeysGiven = next == "n8" ? 7 : 0 };
        Assert.Equal(next, chart.NextKey());
    }

    [Fact]
    public void Nothing_is_written_into_a_part_before_the_designer_does()
    {
        var (step, decision, ending) = (new Step("n1", "Step"), new Decision("n2", "Decision"), new Ending("n3", "Ending", true));
        Assert.Equal(("", "", "", "", ""), (step.Guideline.Approach, step.Guideline.Say, step.Guideline.MustSay, step.Guideline.Knowledge,
            step.Guideline.Why));
        Assert.Equal((0, 0, 0, 0, 0), (step.Guideline.Must.Count, step.Guideline.Never.Count, step.Fields.Count, decision.Answers.Count,
            new Field("a", "A", FieldType.Text).Choices.Count));
        Assert.Equal(("", "", "", Strictness.Advised), (decision.Question, decision.Hint, ending.AfterContact, step.Strictness));
    }

    [Fact]
    public void Parts_are_called_by_the_words_of_the_pages()
    {
        Assert.Equal(["Strict: may not be left out", "Advised: leaving it out asks for a reason", "Optional: may be left out"],
            Enum.GetValues<Strictness>().Select(strictness => strictness.Words()));
        Assert.Equal(["Text", "Long text", "Money", "Number", "Date", "Choice", "Tick"], Enum.GetValues<FieldType>().Select(type => type.Words()));
        Assert.Equal(["Step", "Decision", "Ending"], Enum.GetValues<NodeKind>().Select(kind => kind.Words()));
        Assert.Equal(["Draft", "In consultation", "On trial", "Approved", "Published", "Superseded", "Withdrawn"],
            Enum.GetValues<VersionState>().Select(state => state.Words()));
    }

    [Fact]
    public void What_was_once_published_never_changes_again() =>
        Assert.Equal([VersionState.Published, VersionState.Superseded, VersionState.Withdrawn],
            Enum.GetValues<VersionState>().Where(state => state.Immutable()));

    [Theory]
    [InlineData("", "The key '' of 'Ask' is empty or too long.")]
    [InlineData("n23456789012345678901", "The key 'n23456789012345678901' of 'Ask' is empty or too long.")]
    [InlineData("n2", "The key 'n2' is given to more than one step.")]
    public void A_chart_that_comes_whole_gives_each_node_a_short_key_of_its_own(string key, string said) =>
        Assert.Equal(("version.key", said, "Key"), WholeChart.Of(new Chart([new Step(key, "Ask"), new Ending("n2", "End", true)])).Refusals
            .Single() is var refusal ? (refusal.Code, refusal.Text, refusal.Field) : default);

    [Fact]
    public void A_chart_that_comes_whole_is_tidied_and_says_of_each_step_what_cannot_be_kept()
    {
        var kept = WholeChart.Of(new Chart([new Step("n2345678901234567890", " Ask "), new Ending("n7", "End", true)])).Value;
        Assert.Equal(("Ask", 7), (kept.Nodes[0].Title, kept.KeysGiven));

        Assert.Equal(
            [("1 'Ask': This is 10001 characters long; at most 10000 can be kept.", "Why"), ("2 '': Say what it is, in a few words.", "Title")],
            WholeChart.Of(new Chart([new Step("n1", "Ask") { Guideline = new Guideline { Why = new string('w', 10_001) } },
                new Ending("n2", " ", true)])).Refusals.Select(refusal => (refusal.Text, refusal.Field!)));
    }
}
