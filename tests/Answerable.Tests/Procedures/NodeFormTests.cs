using Answerable.Model.Procedures;
using Answerable.Web.Procedures;

namespace Answerable.Tests.Procedures;

public sealed class NodeFormTests
{
    [Fact]
    public void A_node_shown_in_the_form_and_saved_untouched_is_the_same_node()
    {
        foreach (var node in RealCharts.MissedBin.Nodes.Concat(RealCharts.Refunds.Nodes))
            Assert.Equal(ChartJson.Write(new Chart([node])), ChartJson.Write(new Chart([NodeForm.Of(node, 1).Node()])));
    }

    [Fact]
    public void Empty_rows_are_left_out_and_a_field_gets_its_name_from_its_label()
    {
        var form = new NodeForm
        {
            Key = "n1",
            Title = "Read",
            Fields =
            [new FieldForm { Label = "Meter reading (kWh)" }, new FieldForm(), new FieldForm { Name = "gone", Label = "Gone", Remove = true }]
        };

        Assert.Equal(["meter_reading_kwh"], ((Step)form.Node()).Fields.Select(field => field.Name));
    }

    [Fact]
    public void An_authority_over_money_takes_the_only_money_field_as_its_amount()
    {
        var form = new NodeForm
        { Key = "n1", Title = "Refund", DecisionKind = "refund", Fields = [new FieldForm { Label = "Sum", Type = FieldType.Money }] };

        Assert.Equal("sum", ((Step)form.Node()).Authority!.AmountField);
    }

    [Fact]
    public void An_answer_emptied_of_its_words_is_kept_to_be_found_by_the_checks_and_one_marked_is_removed()
    {
        var form = NodeForm.Of(RealCharts.MissedBin.Find("n2")!, 1);
        form.Answers[0].Label = "";
        form.Answers[1].Remove = true;

        Assert.Equal(["a1", "a3"], ((Decision)form.Node()).Answers.Select(answer => answer.Key));
    }

    [Fact]
    public void An_answer_moved_up_or_down_changes_places_with_its_neighbour_and_keeps_its_key_and_its_way()
    {
        var form = NodeForm.Of(RealCharts.MissedBin.Find("n2")!, 1);
        form.MoveUp = 2;
        Assert.Equal([("a1", null), ("a3", "n8"), ("a2", "n7")], ((Decision)form.Node()).Answers.Select(answer => (answer.Key, answer.Next)));

        (form.MoveUp, form.MoveDown) = (null, 0);
        Assert.Equal(["a2", "a1", "a3"], ((Decision)form.Node()).Answers.Select(answer => answer.Key));
    }

    [Theory]
    [InlineData(1, null, "#answer-0-down")]
    [InlineData(2, null, "#answer-1-up")]
    [InlineData(null, 0, "#answer-1-down")]
    [InlineData(null, 1, "#answer-2-up")]
    [InlineData(0, null, "#edit")]
    [InlineData(null, 2, "#edit")]
    [InlineData(9, null, "#edit")]
    [InlineData(null, -1, "#edit")]
    public void What_was_moved_stands_ready_to_be_moved_again_and_a_move_beyond_the_ends_does_nothing(int? up, int? down, string landing)
    {
        var form = NodeForm.Of(RealCharts.MissedBin.Find("n2")!, 1);
        (form.MoveUp, form.MoveDown) = (up, down);

        Assert.Equal(landing, form.Landing);
        if (landing == "#edit")
            Assert.Equal(["a1", "a2", "a3"], ((Decision)form.Node()).Answers.Select(answer => answer.Key));
    }
}
