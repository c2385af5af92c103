using Answerable.Model;
using Answerable.Simulation.Replications;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Rehearsal;

/// <summary>A scenario with an end, run many times. The same seed gives the same runs on any number of threads.</summary>
public static class RehearsalStudy
{
    // Interval tallies kept at once; about 200 bytes a type.
    private const double MostCells = 10e6;

    private const int FirstRuns = 40;
    private const int MostRuns = 20_000;

    /// <summary>The runs in order, or nothing and the reason in a sentence.</summary>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static IReadOnlyList<RehearsalRun>? Run(Scenario scenario, long seed, int replications, ReplicationPlan plan, out string problem)
    {
        problem = Problem(scenario, replications);
        if (problem.Length > 0)
            return null;
        var source = new StreamSource(seed);
        var runs = plan.Run(0, replications, (number, cancellation) => RehearsalRun.Of(scenario, source, number, cancellation));
        return Sound(runs, ref problem);
    }

    /// <summary>
    /// As many runs as it takes for the guarded standard error (<see cref="Estimate.GuardedError"/>) of every type's service level to be within a
    /// share of it, at least 40; nothing and the reason when 20,000 are not enough.
    /// </summary>
    /// <param name="relativeError">The wanted standard error as a share of each service level.</param>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static IReadOnlyList<RehearsalRun>? RunUntil(Scenario scenario, long seed, double relativeError, ReplicationPlan plan, out string problem)
    {
        problem = Problem(scenario, FirstRuns);
        if (problem.Length > 0)
            return null;
        var source = new StreamSource(seed);
        var most = (int)Math.Clamp(MostCells / Cells(scenario), FirstRuns, MostRuns);
        var study = plan.RunUntil(
            new StoppingRule(relativeError, most), FirstRuns,
            (number, cancellation) => RehearsalRun.Of(scenario, source, number, cancellation),
            runs => ServiceLevels(scenario, [.. runs.OfType<RehearsalRun>()]));
        if (!study.Satisfied && !study.Results.Contains(null))
            problem = $"After {Counted.Of(study.Results.Count, "run")} a service level's standard error is still "
                + $"above {relativeError:P2} of it; ask for less.";
        return problem.Length > 0 ? null : Sound(study.Results, ref problem);
    }

    private static IReadOnlyList<Estimate> ServiceLevels(Scenario scenario, IReadOnlyList<RehearsalRun> runs) =>
    [
        .. scenario.Types.Select((_, type) => Estimate.OfRatio(
            [.. runs.Select(run => run.Total[type, TypeCount.AnsweredInTarget])], [.. runs.Select(run => run.Total[type, TypeCount.Attempts])])),
    ];

    private static IReadOnlyList<RehearsalRun>? Sound(IReadOnlyList<RehearsalRun?> runs, ref string problem)
    {
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
        return replications * Cells(scenario) > MostCells
            ? "Too many intervals to keep for that many replications: lengthen intervalMinutes or run fewer." : "";
    }

    private static double Cells(Scenario scenario) =>
        Math.Ceiling(scenario.Duration / scenario.Interval) * (scenario.Types.Count + scenario.Groups.Count);
}
