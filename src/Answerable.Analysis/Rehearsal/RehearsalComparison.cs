using Answerable.Simulation.Statistics;

namespace Answerable.Analysis.Rehearsal;

/// <summary>
/// Two scenarios rehearsed on the same chance, run by run: the same contacts come at the same times wherever both know a contact type by
/// the same name and demand, so that what differs is what was changed. Only types and groups that both have are compared.
/// </summary>
public sealed record RehearsalComparison(
    string Scenario, string Against, long Seed, int Replications,
        IReadOnlyList<TypeComparison> ContactTypes, IReadOnlyList<GroupComparison> SkillGroups)
{
    /// <exception cref="ArgumentException">They were not run the same number of times.</exception>
    public static RehearsalComparison Of(
        long seed, (Scenario Scenario, IReadOnlyList<RehearsalRun> Runs) first, (Scenario Scenario, IReadOnlyList<RehearsalRun> Runs) second) => new(
        first.Scenario.Name, second.Scenario.Name, seed, first.Runs.Count,
        [
            .. from here in first.Scenario.Types.Index()
               from there in second.Scenario.Types.Index()
               where here.Item.Name == there.Item.Name
               select TypeComparison.Of(here.Item.Name, first.Runs, here.Index, second.Runs, there.Index),
        ],
        [
            .. from here in first.Scenario.Groups.Index()
               from there in second.Scenario.Groups.Index()
               where here.Item.Name == there.Item.Name
               select GroupComparison.Of(here.Item.Name, first.Runs, here.Index, second.Runs, there.Index),
        ]);
}

/// <summary>What one contact type gains or loses. Shares are of attempts, times are seconds, counts are per run.</summary>
public sealed record TypeComparison(
    string Name, Difference Attempts, Difference ServiceLevel, Difference AbandonedShare, Difference MeanWait)
{
    internal static TypeComparison Of(string name, IReadOnlyList<RehearsalRun> first, int here, IReadOnlyList<RehearsalRun> second, int there)
    {
        Difference Share(TypeCount part) => Difference.Of(
            first, run => run.Total[here, part] / run.Total[here, TypeCount.Attempts],
            second, run => run.Total[there, part] / run.Total[there, TypeCount.Attempts]);
        return new TypeComparison(
            name,
            Difference.Of(first, run => run.Total[here, TypeCount.Attempts], second, run => run.Total[there, TypeCount.Attempts]),
            Share(TypeCount.AnsweredInTarget), Share(TypeCount.Abandoned), Share(TypeCount.Waited));
    }
}

/// <summary>What one skill group's people do more or less of.</summary>
public sealed record GroupComparison(string Name, Difference Busy, Difference Occupancy)
{
    internal static GroupComparison Of(string name, IReadOnlyList<RehearsalRun> first, int here, IReadOnlyList<RehearsalRun> second, int there)
    {
        static double Busy(Tally run, int group) => run[group, GroupCount.BusyTime];
        return new GroupComparison(
            name,
            Difference.Of(first, run => Busy(run.Total, here) / run.Total.Seconds, second, run => Busy(run.Total, there) / run.Total.Seconds),
            Difference.Of(
                first, run => Busy(run.Total, here) / run.Total[here, GroupCount.OnDutyTime],
                second, run => Busy(run.Total, there) / run.Total[there, GroupCount.OnDutyTime]));
    }
}

/// <summary>
/// A figure in both, as the mean over runs, and the second less the first with the half-width of its 95 % interval from the paired runs
/// (<see cref="PairedComparison"/>). Runs in which either had nothing to count are left out; nothing where fewer than two are left.
/// </summary>
/// <param name="UnpairedHalfWidth">The half-width it would have had on separate chance.</param>
/// <param name="PValue">How likely a difference this large is by chance alone.</param>
public sealed record Difference(double? First, double? Second, double? Change, double? HalfWidth, double? UnpairedHalfWidth, double? PValue)
{
    internal static Difference Of(
        IReadOnlyList<RehearsalRun> first, Func<RehearsalRun, double> here, IReadOnlyList<RehearsalRun> second, Func<RehearsalRun, double> there)
    {
        if (first.Count != second.Count)
            throw new ArgumentException("Both must be run the same number of times.", nameof(second));
        var pairs = first.Zip(second, (before, after) => (First: here(before), Second: there(after)))
            .Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)).ToArray();
        if (pairs.Length < 2)
            return new Difference(null, null, null, null, null, null);
        double[] before = [.. pairs.Select(pair => pair.First)], after = [.. pairs.Select(pair => pair.Second)];
        var compared = PairedComparison.Of(before, after);
        var apart = compared.Difference with { StandardError = compared.UnpairedError };
        return new Difference(before.Average(), after.Average(), compared.Difference.Value, compared.Difference.HalfWidth(), apart.HalfWidth(),
            compared.PValue);
    }
}
