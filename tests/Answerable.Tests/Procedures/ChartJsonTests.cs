using Answerable.Model.Procedures;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures;

public sealed class ChartJsonTests
{
    [Fact]
    public void A_chart_written_and_read_is_the_same_chart()
    {
        foreach (var chart in new[] { RealCharts.MissedBin, RealCharts.Refunds, Chart.Empty })
            Assert.Equivalent(chart, ChartJson.Read(ChartJson.Write(chart)), strict: true);
    }

    [Fact]
    public void Any_chart_written_and_read_writes_the_same_again() =>
        Check.One(Tries.Of(100), Prop.ForAll(RandomCharts.Any, chart =>
            ChartJson.Write(ChartJson.Read(ChartJson.Write(chart))) == ChartJson.Write(chart)
            && Outline.Text(ChartJson.Read(ChartJson.Write(chart))) == Outline.Text(chart)));

    [Fact]
    public void A_strict_step_is_read_as_strict() =>
        Assert.Equal(Strictness.Strict, ((Step)ChartJson.Read(ChartJson.Write(RealCharts.Refunds)).Nodes[0]).Strictness);

    [Fact]
    public void A_chart_is_written_in_words_without_what_is_not_there() => Assert.Equal(
        """{"nodes":[{"node":"ending","resolved":true,"afterContact":"","key":"n1","title":"Done","who":"seniorAgent"}],"keysGiven":1}""",
        ChartJson.Write(new Chart([new Ending("n1", "Done", true, Model.People.Role.SeniorAgent)]) { KeysGiven = 1 }));

    [Fact]
    public void The_kind_of_a_node_may_stand_anywhere_in_it() =>
        Assert.Equal(new Ending("n1", "Done", true),
            ChartJson.Read("""{"nodes":[{"key":"n1","title":"Done","resolved":true,"node":"ending"}]}""").Nodes.Single());

    [Fact]
    public void What_holds_no_chart_is_no_chart() => Assert.Throws<FormatException>(() => ChartJson.Read("null"));
}
