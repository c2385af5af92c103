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
        var form = new NodeForm { Key = "n1", Title = "Read", Fields = [new FieldForm { Label = "Meter reading (kWh)" }, new FieldForm(), new FieldForm { Name = "gone", Label = "Gone", Remove = true }] };

        Assert.Equal(["meter_reading_kwh"], ((Step)form.Node()).Fields.Select(field => field.Name));
    }

    [Fact]
    public void An_authority_over_money_takes_the_only_money_field_as_its_amount()
    {
        var form = new NodeForm { Key = "n1", Title = "Refund", DecisionKind = "refund", Fields = [new FieldForm { Label = "Sum", Type = FieldType.Money }] };

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
}
