using Answerable.Model.Procedures;

namespace Answerable.Tests.Procedures;

public sealed class OutlineTests
{
    [Fact]
    public void The_outline_says_in_words_what_the_chart_draws() => Assert.Equal(
        """
        1 Greet and take the address (Agent)
        2 Collection day (Agent)
          If yes go to 3, if no, longer ago go to 7, if not due yet go to 8.
        3 Reported by the crew (Agent)
          If yes go to 6, if no go to 4.
        4 Book the return collection (Agent)
        5 Return booked (Agent)
          Ends here: resolved.
        6 Explain the crew's reason (Agent)
          Then go to 8.
        7 Ask a senior agent for an exception (Agent)
          Then go to 4.
        8 Told when it will be collected (Agent)
          Ends here: resolved.

        """.ReplaceLineEndings("\n"), Outline.Text(RealCharts.MissedBin));

    [Fact]
    public void A_way_that_leads_nowhere_says_so() =>
        Assert.Equal("It leads nowhere yet.", Outline.Of(new Chart([new Step("n1", "Only")]))[0].Words());
}
