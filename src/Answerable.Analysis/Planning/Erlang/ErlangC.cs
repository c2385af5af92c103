using Answerable.Simulation.Numerics;

namespace Answerable.Analysis.Planning.Erlang;

/// <summary>Contacts that find every agent busy wait for ever, first come first served: M/M/n.</summary>
/// <remarks>
/// Source: A. K. Erlang (1917). With ρ = A/n below 1, C = 1/(1 + (1-ρ)·(1/B - 1)); the wait of those who wait is exponential
/// with rate nμ - λ. At ρ of 1 or more there is no steady state: the queue grows without end. Time O(√A).
/// </remarks>
public static class ErlangC
{
    /// <summary>Whether the agents can carry the load at all.</summary>
    public static bool IsStable(double erlangs, int agents) => erlangs < agents;

    /// <summary>P(wait).</summary>
    /// <exception cref="InvalidOperationException">There is no steady state; ask <see cref="IsStable"/> first.</exception>
    public static double Waiting(double erlangs, int agents)
    {
        if (!IsStable(erlangs, agents))
            throw new InvalidOperationException($"{erlangs} erlangs on {agents} agents have no steady state.");
        return 1 / (1 + (agents - erlangs) / agents * ErlangB.Below(erlangs, agents));
    }

    /// <summary>The steady state; speed of answer = C·AHT/(n-A), service level = 1 - C·e^(-(n-A)·T/AHT).</summary>
    /// <param name="load">The offered work.</param>
    /// <param name="agents">n, above A.</param>
    /// <param name="targetSeconds">T; null for no service level.</param>
    public static QueueFigures Figures(Load load, int agents, double? targetSeconds)
    {
        var waits = Waiting(load.Erlangs, agents);
        var spare = agents - load.Erlangs;
        var wait = waits * load.HandlingSeconds / spare;
        return new QueueFigures(load.Erlangs, load.Erlangs / agents)
        {
            Waits = waits,
            Abandons = 0,
            MeanWaitSeconds = wait,
            SpeedOfAnswerSeconds = wait,
            MeanQueue = waits * load.Erlangs / spare,
            ServiceLevels = targetSeconds is { } target
                ? ServiceLevels.WithoutAbandons(AnsweredWithin(waits, spare * target / load.HandlingSeconds))
                : null,
        };
    }

    private static double AnsweredWithin(double waits, double meanWaits) =>
        1 - waits - waits * Exponentials.ExpM1(-meanWaits);
}
