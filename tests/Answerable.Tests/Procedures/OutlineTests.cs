using Answerable.Model.People;
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

    [Fact]
    public void Every_line_says_where_it_leads_in_a_sentence()
    {
        var chart = new Chart(
        [
            Which("n1", ("VAT number wrong", "n3"), ("A", null), ("no", "n9"), ("", "n1")),
            new Decision("n2", "Not yet"),
            new Step("n3", "On", Next: "n4"),
            new Ending("n4", "Given up", Resolved: false),
            new Step("n5", "Lost", Next: "n9"),
        ]);

        Assert.Equal(["If VAT number wrong go to 3, if A go to 2, if no it leads nowhere yet, if  go to 1.", "It has no answers yet.", "",
            "Ends here: not resolved.", "It leads nowhere yet."], Outline.Of(chart).Select(line => line.Words()));
        Assert.Equal([new OutlineExit("VAT number wrong", "n3", 3, false), new OutlineExit("A", "n2", 2, true),
            new OutlineExit("no", "n9", 0, false), new OutlineExit("", "n1", 1, false)], Outline.Of(chart)[0].Exits);
        Assert.Equal([new OutlineExit(null, null, 0, false)], Outline.Of(new Chart([new Step("n1", "Only")]))[0].Exits);
    }

    [Fact]
    public void The_outline_says_who_does_each_line_and_under_it_where_it_leads() => Assert.Equal(
        "1 Check (Senior agent)\n2 Lost (Agent)\n  Then go to 1.\n",
        Outline.Text(new Chart([new Step("n1", "Check", Role.SeniorAgent), new Step("n2", "Lost", Next: "n1")])));

    private static Decision Which(string key, params (string Label, string? Next)[] answers) => new(key, "Which")
    { Answers = [.. answers.Select((answer, place) => new Answer($"a{place + 1}", answer.Label, answer.Next))] };
}
