using Answerable.Model;
using Answerable.Simulation.Replications;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>
/// A version rehearsed over several runs, and another beside it on the same chance. The same seed gives the same on any number of threads.
/// </summary>
public sealed record TwinStudy(TwinReport Report, IReadOnlyList<TwinRun> Runs, IReadOnlyList<TwinRun> AgainstRuns)
{
    /// <param name="against">The version it is held against; none where it stands alone.</param>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static Outcome<TwinStudy> Of(TwinGround ground, TwinVersion version, TwinVersion? against, TwinPlan plan, ReplicationPlan how)
    {
        if (Problem(ground, version, against, plan) is { } problem)
            return problem;
        var scenario = new TwinScenario(ground);
        IReadOnlyList<TwinRun?> Rehearse(TwinVersion rehearsed) =>
            how.Run(0, plan.Runs, (run, cancellation) => TwinRun.Of(ground, scenario, rehearsed, plan, run, cancellation));
        var runs = Rehearse(version);
        var beside = against is null ? [] : Rehearse(against);
        if (runs.Contains(null) || beside.Contains(null))
            return new Refusal("rehearsal.overwhelmed",
                "More would be waiting than any centre could hold: far more comes in than the people there can ever handle.");
        IReadOnlyList<TwinRun> first = [.. runs.OfType<TwinRun>()], second = [.. beside.OfType<TwinRun>()];
        return new TwinStudy(TwinReport.Of(ground, version, against, plan, first, second), first, second);
    }

    private static Refusal? Problem(TwinGround ground, TwinVersion version, TwinVersion? against, TwinPlan plan)
    {
        if (plan.Days is < 1 or > TwinPlan.MostDays)
            return new Refusal("rehearsal.days", $"Rehearse from 1 to {TwinPlan.MostDays} days.", "days");
        if (plan.Runs < 2)
            return new Refusal("rehearsal.runs", "An interval needs at least two runs.", "runs");
        if (version.Chart.Start is null || against is { Chart.Start: null })
            return new Refusal("rehearsal.empty-chart",
                $"Version {(version.Chart.Start is null ? version.Number : against!.Number)} has no steps yet: there is nothing to rehearse.");
        if (ground.Arrivals.Sum() <= 0)
            return new Refusal("rehearsal.no-contacts",
                "No contacts of this type are in the journal by telephone, chat or visit, so there is nobody to rehearse with.");
        return ground.Levels.Any(level => level is { Servers: > 0, TakesContacts: true })
            ? null
            : new Refusal("rehearsal.nobody", "Nobody is there to take contacts: invite agents first.");
    }
}
