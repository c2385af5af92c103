using Answerable.Simulation.Statistics;

namespace Answerable.Analysis.Rehearsal;

/// <summary>What a rehearsal showed, ready to be read or written out. Every figure carries the half-width of its 95 % interval.</summary>
public sealed record RehearsalReport(
    string Scenario, long Seed, int Replications, double Contacts, IReadOnlyList<TypeReport> ContactTypes,
    IReadOnlyList<GroupReport> SkillGroups, IReadOnlyList<IntervalReport> Intervals)
{
    public static RehearsalReport Of(Scenario scenario, long seed, IReadOnlyList<RehearsalRun> runs)
    {
        var totals = runs.Select(run => run.Total).ToArray();
        return new RehearsalReport(
            scenario.Name, seed, runs.Count, totals.Sum(total => total.All(TypeCount.Attempts)),
            [.. scenario.Types.Select((type, t) => TypeReport.Of(type, t, totals, Waits(runs, t, totals)))],
            [.. scenario.Groups.Select((group, g) => GroupReport.Of(group, g, totals))],
            [.. runs[0].Intervals.Select((_, i) => IntervalReport.Of(scenario, i, runs))]);
    }

    private static WaitHistogram Waits(IReadOnlyList<RehearsalRun> runs, int type, Tally[] totals)
    {
        var all = new WaitHistogram();
        foreach (var run in runs)
            all.Add(run.Waits[type]);
        all.AddZeros((long)totals.Sum(total => total[type, TypeCount.Answered]) - all.Count);
        return all;
    }
}

/// <summary>A figure with the half-width of its 95 % interval; nothing when there was nothing to count.</summary>
public sealed record Reading(double? Value, double? HalfWidth)
{
    public static Reading Of(Estimate estimate) =>
        double.IsFinite(estimate.Value)
            ? new Reading(estimate.Value, double.IsFinite(estimate.StandardError) ? estimate.HalfWidth() : null)
            : new Reading(null, null);

    internal static Reading Ratio(IReadOnlyList<Tally> runs, Func<Tally, double> above, Func<Tally, double> below) =>
        Of(Estimate.OfRatio([.. runs.Select(above)], [.. runs.Select(below)]));

    internal static Reading PerRun(IReadOnlyList<Tally> runs, Func<Tally, double> count) => Ratio(runs, count, _ => 1);
}

/// <summary>One contact type over a whole run. Counts are per run; shares are of attempts; times are seconds.</summary>
public sealed record TypeReport(
    string Name, Reading Offered, Reading Attempts, Reading Answered, Reading Abandoned, Reading ServiceLevel, Reading AbandonedShare,
    Reading SpeedOfAnswer, Reading MeanWait, Reading FoundNobodyFree, Reading MeanQueue, Reading Callbacks, Reading CallbackDelay,
    Reading Blocked, Reading Redials, Reading Repeats, Reading ReferredIn, Reading PutAside, double? WaitMedian, double? Wait90, double? Wait95)
{
    internal static TypeReport Of(ContactType type, int t, IReadOnlyList<Tally> runs, WaitHistogram waits)
    {
        Reading Each(TypeCount count) => Reading.PerRun(runs, run => run[t, count]);
        Reading Share(TypeCount part, TypeCount whole) => Reading.Ratio(runs, run => run[t, part], run => run[t, whole]);
        return new TypeReport(
            type.Name, Each(TypeCount.Originals), Each(TypeCount.Attempts), Each(TypeCount.Answered), Each(TypeCount.Abandoned),
            Share(TypeCount.AnsweredInTarget, TypeCount.Attempts), Share(TypeCount.Abandoned, TypeCount.Attempts),
            Share(TypeCount.WaitedByAnswered, TypeCount.Answered), Share(TypeCount.Waited, TypeCount.Attempts),
            Share(TypeCount.FoundBusy, TypeCount.Attempts), Reading.Ratio(runs, run => run[t, TypeCount.QueueTime], run => run.Seconds),
            Each(TypeCount.CallbacksAccepted), Share(TypeCount.CallbackDelay, TypeCount.CallbacksMade), Each(TypeCount.Blocked),
            Each(TypeCount.Redials), Each(TypeCount.Repeats), Each(TypeCount.ReferredIn), Each(TypeCount.Interrupted),
            waits.Quantile(0.5), waits.Quantile(0.9), waits.Quantile(0.95));
    }
}

/// <summary>One skill group over a whole run or interval: people on duty and busy on average, share of time busy, contacts finished per
/// run.</summary>
public sealed record GroupReport(string Name, Reading OnDuty, Reading Busy, Reading Occupancy, Reading Contacts)
{
    internal static GroupReport Of(SkillGroup group, int g, IReadOnlyList<Tally> runs) => new(
        group.Name,
        Reading.Ratio(runs, run => run[g, GroupCount.OnDutyTime], run => run.Seconds),
        Reading.Ratio(runs, run => run[g, GroupCount.BusyTime], run => run.Seconds),
        Reading.Ratio(runs, run => run[g, GroupCount.BusyTime], run => run[g, GroupCount.OnDutyTime]),
        Reading.PerRun(runs, run => run[g, GroupCount.Contacts]));
}

/// <summary>One reporting interval, counted from the start of the scenario.</summary>
public sealed record IntervalReport(double FromMinute, IReadOnlyList<IntervalType> ContactTypes, IReadOnlyList<GroupReport> SkillGroups)
{
    internal static IntervalReport Of(Scenario scenario, int i, IReadOnlyList<RehearsalRun> runs)
    {
        var tallies = runs.Select(run => run.Intervals[i]).ToArray();
        return new IntervalReport(
            i * scenario.Interval / 60,
            [.. scenario.Types.Select((type, t) => IntervalType.Of(type, t, tallies, [.. runs.Select(run => (double)run.WaitingAtEnd[i][t])]))],
            [.. scenario.Groups.Select((group, g) => GroupReport.Of(group, g, tallies))]);
    }
}

/// <summary>One contact type in one interval. Counts are per run; shares are of attempts; times are seconds.</summary>
public sealed record IntervalType(
    string Name, Reading Attempts, Reading ServiceLevel, Reading AbandonedShare, Reading MeanWait, Reading MeanQueue, Reading WaitingAtEnd)
{
    internal static IntervalType Of(ContactType type, int t, IReadOnlyList<Tally> runs, IReadOnlyList<double> waiting) => new(
        type.Name,
        Reading.PerRun(runs, run => run[t, TypeCount.Attempts]),
        Reading.Ratio(runs, run => run[t, TypeCount.AnsweredInTarget], run => run[t, TypeCount.Attempts]),
        Reading.Ratio(runs, run => run[t, TypeCount.Abandoned], run => run[t, TypeCount.Attempts]),
        Reading.Ratio(runs, run => run[t, TypeCount.Waited], run => run[t, TypeCount.Attempts]),
        Reading.Ratio(runs, run => run[t, TypeCount.QueueTime], run => run.Seconds),
        Reading.Of(Estimate.OfMean(waiting)));
}
