using System.Text.Json;
using Answerable.Analysis.Planning.Cover;

namespace Answerable.Tests.Planning.Cover;

public sealed class CoverVectorTests
{
    /// <summary>The rules of the reference days: 17 half-hours with a meal after 7, 8 or 9, or 8 half-hours for at most a quarter of heads.</summary>
    internal static readonly ShiftKind[] Kinds =
    [
        new("full", 17) { MealLength = 1, MealOffsets = [7, 8, 9] },
        new("part", 8) { MaxShare = 0.25 },
    ];

    private static readonly JsonElement[] Instances =
        [.. JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("vectors/shift_cover.json"))).RootElement.GetProperty("instances")
            .EnumerateArray()];

    public static TheoryData<string> Ids => [.. Instances.Select(instance => instance.GetProperty("id").GetString()!)];

    [Theory, MemberData(nameof(Ids))]
    public void Every_reference_day_is_covered_at_the_proven_least_cost(string id)
    {
        var instance = Instances.Single(instance => instance.GetProperty("id").GetString() == id);
        var day = new CoverDay(id, [.. instance.GetProperty("required").EnumerateArray().Select(required => required.GetInt32())], Kinds);
        var plan = Covering.Cover(day, TestContext.Current.CancellationToken).Plan!;
        Assert.Equal(57, day.Shifts.Count);
        Assert.Equal(instance.GetProperty("optimal_paid_halfhours").GetDouble(), plan.Cost);
        Assert.True(plan.IsProven);
        Close.To(instance.GetProperty("lp_bound").GetDouble(), plan.RelaxedCost, 1e-5, $"{id} relaxed cost after {plan.Nodes} nodes");
        CoverIs.Kept(plan);
    }
}
