using Answerable.Simulation.Replications;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Rehearsal;

/// <summary>One run of a scenario from its opening (after any warm-up) to its end.</summary>
/// <param name="Intervals">What was counted in each reporting interval.</param>
/// <param name="Waits">For each type, the waits of those answered who had to wait.</param>
/// <param name="WaitingAtEnd">For each type, how many still waited when each interval ended.</param>
public sealed record RehearsalRun(IReadOnlyList<Tally> Intervals, IReadOnlyList<WaitHistogram> Waits, IReadOnlyList<int[]> WaitingAtEnd)
{
    /// <summary>The whole run in one tally.</summary>
    public Tally Total { get; } = Sum(Intervals);

    /// <summary>Runs one replication; nothing when more waits than any centre could hold.</summary>
    internal static RehearsalRun? Of(Scenario scenario, StreamSource source, int number, CancellationToken cancellation)
    {
        var centre = new Centre(scenario, source, number);
        centre.RunUntil(scenario.WarmUp, cancellation);
        centre.StartWindow(scenario.WarmUp);
        var intervals = new List<Tally>();
        var waiting = new List<int[]>();
        for (double from = 0; from < scenario.Duration && !centre.Overwhelmed; from += scenario.Interval)
        {
            var ends = scenario.WarmUp + Math.Min(scenario.Duration, from + scenario.Interval);
            centre.RunUntil(ends, cancellation);
            intervals.Add(centre.EndWindow(ends));
            waiting.Add([.. scenario.Types.Select((_, t) => centre.Waiting(t))]);
        }
        return centre.Overwhelmed ? null : new RehearsalRun(intervals, [.. scenario.Types.Select((_, t) => centre.Waits(t))], waiting);
    }

    private static Tally Sum(IReadOnlyList<Tally> parts)
    {
        var total = new Tally(parts[0].Types, parts[0].Groups);
        foreach (var part in parts)
            total.Add(part);
        return total;
    }
}
