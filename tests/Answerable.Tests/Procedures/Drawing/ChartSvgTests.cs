using System.Xml.Linq;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Drawing;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures.Drawing;

public sealed class ChartSvgTests
{
    [Fact]
    public void The_drawing_is_one_named_and_described_image()
    {
        var svg = XElement.Parse(ChartSvg.Of(RealCharts.Refunds, "Refunds, version 1", "chart"));
        var ids = svg.Elements().Take(2).Select(element => element.Attribute("id")!.Value);

        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal([svg.Attribute("aria-labelledby")!.Value, svg.Attribute("aria-describedby")!.Value], ids);
        Assert.Equal("Refunds, version 1", svg.Elements().First().Value);
        Assert.Equal("4 steps, 2 decisions and 3 endings in 2 lanes: Agent, Senior agent. The outline says the same in words.", svg.Elements()
            .ElementAt(1).Value);
    }

    [Fact]
    public void One_of_a_kind_is_said_as_one() => Assert.Contains("<desc id=\"c-desc\">1 step, 1 decision and 1 ending in one lane: Agent. ",
        ChartSvg.Of(new Chart([new Step("n1", "One"), new Decision("n2", "Two"), new Ending("n3", "End", true)]), "Title", "c"),
        StringComparison.Ordinal);

    [Fact]
    public void Any_chart_is_drawn_as_well_formed_markup_with_no_inline_style_or_script() =>
        Check.One(Tries.Of(100), Prop.ForAll(RandomCharts.Any, chart => XElement.Parse(ChartSvg.Of(chart, "A & B <c>", "c"))
            .DescendantsAndSelf().All(element => element.Attribute("style") is null && element.Name.LocalName is not ("script" or "a")
                && !element.Attributes().Any(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)))));

    [Fact]
    public void Words_in_a_title_stay_words()
    {
        var chart = new Chart([new Ending("n1", "<script>alert(1)</script> & co", true)]);

        Assert.Contains(XElement.Parse(ChartSvg.Of(chart, "Title", "c")).Descendants().Select(element => element.Value), value =>
            value.Contains("<script>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_faulty_step_is_marked_by_a_sign_and_not_by_colour_alone() =>
        Assert.Contains(">!</text>", ChartSvg.Of(RealCharts.Refunds, "Refunds", "c", new HashSet<string> { "n5" }), StringComparison.Ordinal);

    [Fact]
    public void A_shaded_step_says_in_words_what_it_is_shaded_for()
    {
        var svg = ChartSvg.Of(RealCharts.Refunds, "Refunds", "c", heat: new Dictionary<string, Heat> { ["n5"] = new(4, "34 s") });
        var node = XElement.Parse(svg).Descendants().Single(element => element.Attribute("data-node")?.Value == "n5");

        Assert.Contains("chart-heat-4", node.Attribute("class")!.Value.Split(' '));
        Assert.EndsWith(": 34 s", node.Elements().First().Value, StringComparison.Ordinal);
        Assert.Contains(node.Elements(), element => element.Attribute("class")?.Value == "chart-heat-words" && element.Value == "34 s");
        Assert.Single(svg.Split("chart-heat-words").Skip(1));
    }

    [Theory]
    [InlineData(0, 50, 1)]
    [InlineData(10, 50, 1)]
    [InlineData(10.5, 50, 2)]
    [InlineData(50, 50, 5)]
    [InlineData(0, 0, 1)]
    public void A_band_is_a_fifth_of_the_greatest(double value, double greatest, int band) => Assert.Equal(band, Heat.BandOf(value, greatest));
}
