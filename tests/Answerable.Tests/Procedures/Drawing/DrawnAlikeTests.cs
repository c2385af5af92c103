using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Drawing;

namespace Answerable.Tests.Procedures.Drawing;

/// <summary>
/// Charts drawn to the last line: nothing of how they look changes unseen. Where it should, look at the new drawing in a browser and keep it:
/// <c>./do freeze</c> writes the files beside this test.
/// </summary>
public sealed class DrawnAlikeTests
{
    private static readonly Chart Tangle = new(
    [
        new Step("n1", "Ask who is calling") { Strictness = Strictness.Strict },
        new Decision("n2", "Known")
        {
            Question = "Is the customer known here, and is the matter one that we may speak of?",
            Answers = [new Answer("a1", "Yes"), new Answer("a2", "No, and they would rather not say", "n7"), new Answer("a3", "Not sure", "n1"),
                new Answer("a4", "By letter", "n5")],
        },
        new Step("n3", "Look it up", Next: "n6") { Authority = new AuthorityDemand("exception"), Referral = new ReferralPoint(Role.TeamLeader) },
        new Step("n4", "Decide", Role.TeamLeader, "n2"),
        new Decision("n5", "Two of them", Role.SeniorAgent) { Answers = [new Answer("a1", "Back", "n3"), new Answer("a2", "On", "n4")] },
        new Ending("n6", "Told & done", Resolved: true),
        new Ending("n7", "Not told", Resolved: false, Role.TeamLeader),
    ]);

    public static TheoryData<string> Names => ["missed-bin", "refunds", "tangle"];

    [Theory, MemberData(nameof(Names))]
    public void A_chart_is_drawn_as_it_was(string name)
    {
        var chart = name switch { "missed-bin" => RealCharts.MissedBin, "refunds" => RealCharts.Refunds, _ => Tangle };
        var heat = new Dictionary<string, Heat> { ["n3"] = new(4, "34 s"), ["n5"] = new(1, "1 min 5 s") };
        var drawn = ChartSvg.Of(chart, $"{name}, version 1", "chart", new HashSet<string> { "n2", "n6" }, heat)
            .Replace("><", ">\n<", StringComparison.Ordinal) + "\n";
        var path = Repository.Path($"tests/Answerable.Tests/Procedures/Drawing/{name}.svg");
        if (Environment.GetEnvironmentVariable("ANSWERABLE_FREEZE") == "1")
            File.WriteAllText(path, drawn);
        Assert.Equal(File.ReadAllText(path), drawn);
    }
}
