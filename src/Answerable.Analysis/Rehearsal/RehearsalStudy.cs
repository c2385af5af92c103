using Answerable.Simulation.Replications;
using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Rehearsal;

/// <summary>A scenario with an end, run many times. The same seed gives the same runs on any number of threads.</summary>
public static class RehearsalStudy
{
    // Interval tallies kept at once; about 200 bytes a type.
    private const double MostCells = 10e6;

    /// <summary>The runs in order, or nothing and the reason in a sentence.</summary>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static IReadOnlyList<RehearsalRun>? Run(Scenario scenario, long seed, int replications, ReplicationPlan plan, out string problem)
    {
        problem = Problem(scenario, replications);
        if (problem.Length > 0)
            return null;
        var source = new StreamSource(seed);
        var runs = plan.Run(0, replications, (number, cancellation) => RehearsalRun.Of(scenario, source, number, cancellation));
        if (!runs.Contains(null))
            return [.. runs.OfType<RehearsalRun>()];
        problem = $"More than {ContactBook.Most:N0} contacts would be waiting at once: far more comes in than the people planned can ever handle.";
        return null;
    }

    private static string Problem(Scenario scenario, int replications)
    {
        if (replications is < 2 or > 100_000)
            return "A rehearsal takes from 2 to 100,000 replications.";
        if (!double.IsFinite(scenario.Duration))
            return "A rehearsal needs a scenario with an end: say how many hours it lasts.";
        if (ScenarioRules.Problems(scenario) is { Count: > 0 } problems)
            return problems[0];
        var cells = Math.Ceiling(scenario.Duration / scenario.Interval) * replications * (scenario.Types.Count + scenario.Groups.Count);
        return cells > MostCells ? "Too many intervals to keep for that many replications: lengthen intervalMinutes or run fewer." : "";
    }
}
