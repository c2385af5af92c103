using Answerable.Analysis.Planning.Markov;

namespace Answerable.Tests.Planning.Markov;

public sealed class SteadyVectorTests
{
    private static readonly List<Dictionary<string, string>> Rows = SharedFile.Rows("vectors/ctmc.csv");

    public static TheoryData<string> Ids => [.. Rows.Select(row => row["id"]).Distinct()];

    [Theory, MemberData(nameof(Ids))]
    public void Every_metric_of_a_reference_design_is_met_to_a_hundred_millionth(string id)
    {
        var rows = Rows.Where(row => row["id"] == id).ToList();
        var (design, faults) = SteadyModels.Read(rows[0]["model"], rows[0]["params"]);
        Assert.Empty(faults);
        var figures = design!.Figures()!;
        foreach (var row in rows)
            Close.To(row["value"], figures[row["metric"]], 1e-8, $"{id} {row["metric"]}");
    }
}
