using Answerable.Model;
using Answerable.Simulation.Replications;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Rehearsal;

/// <summary>
/// Steady-state figures of a scenario to a wanted precision: independent runs, each warmed up, until every figure's guarded
/// standard error (<see cref="Estimate.GuardedError"/>) is within a share of the figure.
/// </summary>
/// <param name="Figures">One estimate a figure, in the order asked; the standard error in it is the guarded one.</param>
/// <param name="Contacts">Attempts counted.</param>
/// <param name="Refusal">Why there are no figures, or they are not precise enough; nothing when they are.</param>
public sealed record SteadyStudy(IReadOnlyList<Estimate> Figures, double Contacts, string? Refusal)
{
    private const int FirstRuns = 40;
    private const int MostRuns = 8000;
    private const double ContactsARun = 30_000;
    private const int PilotSlices = 400;

    /// <summary>Contacts beyond which a study is given up: about a minute on two cores.</summary>
    private const double MostContacts = 300e6;

    /// <summary>Runs the study. The same seed gives the same figures on any number of threads.</summary>
    /// <param name="relativeError">Wanted standard error as a share of each figure.</param>
    public static SteadyStudy Of(Scenario scenario, IReadOnlyList<Figure> figures, long seed, double relativeError, ReplicationPlan plan)
    {
        if (SteadyState.Refusal(scenario) is { } unstable)
            return new SteadyStudy([], 0, unstable);
        var source = new StreamSource(seed);
        var memory = SteadyState.Memory(scenario);
        var demand = scenario.Types.Sum(type => type.Demand.Mean);
        var length = Math.Max(ContactsARun / demand, 100 * memory);
        if (FirstRuns * length * demand > MostContacts)
            return new SteadyStudy([], 0, "it would take too many contacts to forget how it began; compute it with the verb steady instead");
        var warmUp = Math.Max(10 * memory, 2 * PilotWarmUp(scenario, source, length, plan.Cancellation));

        Tally? Replicate(int number, CancellationToken cancellation)
        {
            var centre = new Centre(scenario, source, number);
            centre.RunUntil(warmUp, cancellation);
            centre.StartWindow(warmUp);
            centre.RunUntil(warmUp + length, cancellation);
            return centre.Overwhelmed ? null : centre.EndWindow(warmUp + length);
        }
        IReadOnlyList<Estimate> Look(IReadOnlyList<Tally?> runs) => [.. figures.Select(figure => figure.From([.. runs.OfType<Tally>()]))];

        var most = (int)Math.Clamp(MostContacts / ((warmUp + length) * demand), FirstRuns, MostRuns);
        var study = plan.RunUntil(new StoppingRule(relativeError * 0.98, most), FirstRuns, Replicate, Look);
        return new SteadyStudy(
            [.. study.Figures.Select(figure => figure with { StandardError = figure.GuardedError })],
            study.Results.OfType<Tally>().Sum(tally => tally.All(TypeCount.Attempts)),
            Shortfall(study, relativeError));
    }

    private static string? Shortfall(SequentialStudy<Tally?> study, double relativeError) =>
        study.Results.Contains(null) ? "the work waiting only grows: there is no steady state"
        : PromisesGrow([.. study.Results.OfType<Tally>()])
            ? "more callbacks are promised than can be made, and their number only grows: there is no steady state"
        : study.Satisfied ? null
        : $"after {Counted.Of(study.Results.Count, "run")} the standard error is still above {relativeError:P2} of the figure";

    // In a steady state as many callbacks are made as promised, but for chance: five standard errors and a fiftieth is more than that.
    private static bool PromisesGrow(Tally[] runs)
    {
        var promised = runs.Select(run => run.All(TypeCount.CallbacksAccepted)).ToArray();
        var left = Estimate.OfRatio([.. runs.Select((run, place) => promised[place] - run.All(TypeCount.CallbacksMade))], promised);
        return left.Value > Math.Max(0.02, 5 * left.StandardError);
    }

    // A run of its own, whose queue in slices shows how long the empty start is felt; half the run when it cannot be told.
    private static double PilotWarmUp(Scenario scenario, StreamSource source, double length, CancellationToken cancellation)
    {
        var centre = new Centre(scenario, source, -1);
        var slices = new double[PilotSlices];
        for (var i = 0; i < PilotSlices; i++)
        {
            var ends = length * (i + 1) / PilotSlices;
            centre.RunUntil(ends, cancellation);
            var window = centre.EndWindow(ends);
            slices[i] = window.All(TypeCount.QueueTime) + window.All(GroupCount.BusyTime);
        }
        return length * (WarmUp.Detect(slices) ?? PilotSlices / 2) / PilotSlices / 2;
    }
}
