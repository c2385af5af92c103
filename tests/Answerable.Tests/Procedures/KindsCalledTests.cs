using Answerable.Model.Authority;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Drawing;

namespace Answerable.Tests.Procedures;

public sealed class KindsCalledTests
{
    [Fact]
    public void A_chart_that_is_read_has_the_names_of_kinds_of_decision_and_the_code_where_none_is_known()
    {
        var chart = new Chart(
        [
            new Step("n1", "Waive it") { Authority = new AuthorityDemand("waiver") },
            new Step("n2", "Except it") { Authority = new AuthorityDemand("gone") },
            new Ending("n3", "Done", true),
        ]);
        var svg = ChartSvg.Of(KindsCalled.Of(chart, [new DecisionKind("waiver", "Waiver", true)]), "A chart", "chart");
        Assert.Contains("Authority: Waiver", svg, StringComparison.Ordinal);
        Assert.Contains("Authority: gone", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Authority: waiver", svg, StringComparison.Ordinal);
    }
}
