using Answerable.Analysis.Planning.Cover;

namespace Answerable.Tests.Planning.Cover;

internal static class CoverIs
{
    /// <summary>Fails unless a hard plan really covers, really costs what it says, and keeps every cap on heads.</summary>
    public static void Kept(CoverPlan plan)
    {
        for (var interval = 0; interval < plan.Day.Required.Count; interval++)
            Assert.True(plan.AtWork(interval) >= plan.Day.Required[interval], $"interval {interval} is not covered");
        Assert.Equal(plan.Cost, plan.Worked.Sum(worked => worked.Shift.Cost * worked.Heads), 6);
        foreach (var kind in plan.Day.Kinds.Where(kind => kind.MaxShare is not null))
            Assert.True(
                plan.Worked.Where(worked => worked.Shift.Kind == kind).Sum(worked => worked.Heads) <= kind.MaxShare * plan.Heads.Sum() + 1e-9,
                $"more than {kind.MaxShare} of heads work {kind.Name}");
    }
}
