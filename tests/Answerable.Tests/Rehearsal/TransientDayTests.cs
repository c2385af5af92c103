using System.Globalization;
using Answerable.Analysis.Rehearsal;
using Answerable.Simulation.Replications;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Tests.Rehearsal;

/// <summary>Days of half-hours from empty against exact transient values, interval by interval.</summary>
public class TransientDayTests
{
    private const int Days = 3000;

    // 96 values a case: at 4.2 standard errors a sound simulator misses one in some 400 cases; the seed is fixed besides.
    private const double Wide = 4.2;

    [Theory]
    [InlineData("T1_exhaustive", ShiftEnd.Finish)]
    [InlineData("T2_preempt_requeue", ShiftEnd.HandBack)]
    [InlineData("T3_const_staff", ShiftEnd.Finish)]
    public void A_day_is_met_in_every_half_hour(string name, ShiftEnd end)
    {
        var rows = SharedFile.Cells("vectors/transient.csv").Where(r => r[0] == name)
            .Select(r => r[1..].Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.Equal(12, rows.Length);
        var days = new ReplicationPlan().Run(0, Days, (day, _) => Day(Scenario(rows, end), day));
        var misses = rows.SelectMany((row, i) => Misses(row, [.. days.Select(d => d[i])])).ToArray();
        Assert.Empty(misses);
    }

    private static Scenario Scenario(double[][] rows, ShiftEnd end) => Answerable.Analysis.Rehearsal.Scenario.Named("day").Lasting(hours: 6)
        .With(ContactType.ByPhone("calls").Arriving([.. rows.Select(r => r[1])], everyMinutes: 30).TakingOnAverage(180).WaitingOnAverage(240))
        .With(SkillGroup.Of("agents", StaffPlan.EachInterval([.. rows.Select(r => (int)r[2])], minutes: 30))
            .Serving("calls") with
        { ShiftEnd = end });

    private static Half[] Day(Scenario scenario, int day)
    {
        var centre = new Centre(scenario, new StreamSource(31), day);
        return [.. Enumerable.Range(1, 12).Select(i =>
        {
            centre.RunUntil(i * 1800);
            return new Half(centre.EndWindow(i * 1800), centre.Waiting(0), centre.Busy(0));
        })];
    }

    private static IEnumerable<string> Misses(double[] row, Half[] halves)
    {
        double[] Each(Func<Half, double> figure) => [.. halves.Select(figure)];
        var attempts = Each(h => h.Tally[0, TypeCount.Attempts]);
        var figures = new (string Name, double Exact, Estimate Seen)[]
        {
            ("offered", row[3], Estimate.OfMean(attempts)),
            ("p_wait", row[4], Estimate.OfRatio(Each(h => h.Tally[0, TypeCount.FoundBusy]), attempts)),
            ("abandons", row[5], Estimate.OfMean(Each(h => h.Tally[0, TypeCount.Abandoned]))),
            ("completions", row[6], Estimate.OfMean(Each(h => h.Tally[0, TypeCount.Completed]))),
            ("mean_queue", row[7], Estimate.OfMean(Each(h => h.Tally[0, TypeCount.QueueTime] / 1800))),
            ("mean_busy", row[8], Estimate.OfMean(Each(h => h.Tally[0, GroupCount.BusyTime] / 1800))),
            ("queue_at_end", row[9], Estimate.OfMean(Each(h => h.Waiting))),
            ("busy_at_end", row[10], Estimate.OfMean(Each(h => h.Busy)))
        };
        return figures.Where(f => !(Math.Abs(f.Seen.Value - f.Exact) <= Wide * f.Seen.StandardError))
            .Select(f => $"interval {row[0]} {f.Name}: {f.Exact} but {f.Seen.Value} ± {f.Seen.StandardError}");
    }

    private sealed record Half(Tally Tally, int Waiting, int Busy);
}
