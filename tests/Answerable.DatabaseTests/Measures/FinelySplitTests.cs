using Answerable.Analysis.Measures;
using Answerable.App.Measures;

namespace Answerable.DatabaseTests.Measures;

/// <summary>A reading of any size answers, or is refused with a sentence: never anything else.</summary>
public sealed class FinelySplitTests
{
    private static readonly DateOnly From = new(2026, 9, 1);
    private static readonly string[] Refusals = ["measures.intervals", "measures.figures", "measures.not-kept"];

    [Theory, EachDatabase]
    public async Task Every_kpi_answers_by_every_split_and_interval_or_is_refused_with_a_sentence(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var recorded = new Recorded(centre).Abandoned(3, 5_000);
        for (var queue = 0; queue < 300; queue++)
            recorded.Answered(1, 1_000 * queue, $"queue {queue}", $"agent {queue % 7}").About(queue, $"reason {queue % 8}", queue % 80);
        await recorded.DeliverAsync();
        Dimension?[] splits = [null, .. Dimensions.All.Select(dimension => (Dimension?)dimension)];
        var codes = new HashSet<string>();
        foreach (var kpi in Kpis.All)
            foreach (var split in splits)
                foreach (var interval in (Interval?[])[null, Interval.QuarterHour, Interval.Hour, Interval.Day, Interval.Month])
                {
                    var found = await centre.AskAsync(new KpiFigures(kpi.Name, From, From.AddDays(80)) { Split = split, Interval = interval });
                    var lines = found.Allowed ? found.Value.Lines.Count : 0;
                    Assert.True(found.Allowed || Array.Exists(Refusals, found.Refusals.Single().Code.Equals), $"{kpi.Name} {split} {interval}");
                    Assert.InRange(lines, 0, 500_000);
                    if (!found.Allowed)
                        codes.Add(found.Refusals[0].Code);
                }
        Assert.Equal(Refusals.Order(), codes.Order());
    }
}
