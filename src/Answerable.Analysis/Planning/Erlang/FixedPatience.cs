using Answerable.Simulation.Numerics;

namespace Answerable.Analysis.Planning.Erlang;

/// <summary>Contacts that find every agent busy wait, first come first served, at most a fixed time: M/M/n+D.</summary>
/// <remarks>
/// Source: F. Baccelli, G. Hebuterne (1981) with patience a single point D. The offered wait has the density
/// f(v) = λ·π(n-1)·e^((λ-nμ)v) up to D and λ·π(n-1)·e^(λD-nμv) beyond. Everything is closed, scaled so that nothing overflows.
/// There is a steady state at every load. O(√A).
/// </remarks>
public static class FixedPatience
{
    /// <summary>The steady state. With a target beyond D, every answer is in time.</summary>
    /// <param name="load">The offered work.</param>
    /// <param name="agents">n, at least 1.</param>
    /// <param name="patienceSeconds">D in seconds.</param>
    /// <param name="targetSeconds">T in seconds; null for no service level.</param>
    public static QueueFigures Figures(Load load, int agents, double patienceSeconds, double? targetSeconds)
    {
        var wait = OfferedWait.Of(load, agents, patienceSeconds);
        var answered = wait.AgentFree + wait.WithinPatience;
        var meanWait = wait.MeanWithinPatience + patienceSeconds * wait.BeyondPatience;
        return new QueueFigures(load.Erlangs, load.Erlangs * answered / agents)
        {
            Waits = wait.WithinPatience + wait.BeyondPatience,
            Abandons = wait.BeyondPatience,
            MeanWaitSeconds = meanWait,
            SpeedOfAnswerSeconds = wait.MeanWithinPatience / answered,
            MeanQueue = load.ArrivalRate * meanWait,
            ServiceLevels = targetSeconds is { } target ? Levels(wait, answered, target) : null,
        };
    }

    private static ServiceLevels Levels(OfferedWait wait, double answered, double target)
    {
        if (target >= wait.Patience)
            return new ServiceLevels(answered, 1, 1);
        var inTime = wait.AgentFree + wait.Within(target);
        return new ServiceLevels(inTime, inTime / answered, inTime);
    }

    /// <summary>
    /// The offered wait: what a contact of endless patience would wait. Densities are relative to the larger of those at 0 and D,
    /// and to the time D, then divided by the whole, the states with an agent free included.
    /// </summary>
    private readonly record struct OfferedWait(double Patience, double Growth, double Head, double AgentFree, double BeyondPatience)
    {
        public static OfferedWait Of(Load load, int agents, double patience)
        {
            double service = agents * load.ServiceRate, growth = (load.ArrivalRate - service) * patience;
            var head = ErlangB.Blocking(load.Erlangs, agents - 1) * load.ArrivalRate;
            double free = Math.Exp(-Math.Max(growth, 0)), beyond = head * Math.Exp(Math.Min(growth, 0)) / service;
            var total = free + head * patience * Exponentials.ScaledMean(growth) + beyond;
            return new OfferedWait(patience, growth, head * patience / total, free / total, beyond / total);
        }

        public double WithinPatience => Head * Exponentials.ScaledMean(Growth);

        public double MeanWithinPatience => Head * Patience * Exponentials.ScaledFirstMoment(Growth);

        public double Within(double target)
        {
            var share = target / Patience;
            var rescaled = Math.Exp(Math.Max(Growth * share, 0) - Math.Max(Growth, 0));
            return Head * share * Exponentials.ScaledMean(Growth * share) * rescaled;
        }
    }
}
