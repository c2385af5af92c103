using Answerable.Simulation.Numerics;

namespace Answerable.Analysis.Planning.Erlang;

/// <summary>Contacts that find every agent busy wait, first come first served, until a patience of any distribution runs out: M/M/n+G.</summary>
/// <remarks>
/// Source: F. Baccelli, G. Hebuterne, "On queues with impatient customers" (1981): the offered wait has the density
/// f(v) = λ·π(n-1)·exp(λ·∫₀ᵛS - nμv), which is log-concave because S never rises, so its peak and its reach are found by bisection
/// and every figure is a one-dimensional integral, good to about 1e-11. The exponent is a difference of two terms of size λv,
/// so a digit is lost for each factor of ten of λv above a thousand. Cost: some hundred evaluations of S and ∫S.
/// </remarks>
public static class GeneralPatience
{
    private const double Reach = 60;

    /// <summary>Whether there is a steady state: those who never lose patience must be fewer than the agents can answer.</summary>
    public static bool IsStable(Load load, int agents, Patience patience)
    {
        ArgumentNullException.ThrowIfNull(patience);
        return load.Erlangs * patience.Survival(1e3 * Bounds.MostSeconds) < agents;
    }

    /// <summary>The steady state.</summary>
    /// <param name="load">The offered work.</param>
    /// <param name="agents">n, at least 1.</param>
    /// <param name="patience">The patience.</param>
    /// <param name="targetSeconds">T in seconds; null for no service level.</param>
    /// <param name="shortSeconds">s in seconds; null where short abandons are not asked for.</param>
    /// <exception cref="InvalidOperationException">There is no steady state; ask <see cref="IsStable"/> first.</exception>
    public static QueueFigures Figures(Load load, int agents, Patience patience, double? targetSeconds, double? shortSeconds = null)
    {
        if (!IsStable(load, agents, patience))
            throw new InvalidOperationException($"{load.Erlangs} erlangs on {agents} agents have no steady state.");
        var wait = new OfferedWait(load, agents, patience, targetSeconds ?? 0, shortSeconds ?? 0);
        var answered = wait.AgentFree + wait.Share(patience.Survival);
        var meanWait = wait.Share(patience.MeanWithin);
        return new QueueFigures(load.Erlangs, load.Erlangs * answered / agents)
        {
            Waits = wait.Share(_ => 1),
            Abandons = wait.Share(v => 1 - patience.Survival(v)),
            MeanWaitSeconds = meanWait,
            SpeedOfAnswerSeconds = wait.Share(v => v * patience.Survival(v)) / answered,
            MeanQueue = load.ArrivalRate * meanWait,
            ServiceLevels = targetSeconds is { } target ? Levels(wait, patience, answered, target, shortSeconds) : null,
        };
    }

    private static ServiceLevels Levels(OfferedWait wait, Patience patience, double answered, double target, double? brief) => ServiceLevels.Of(
        wait.AgentFree + wait.Share(v => v <= target ? patience.Survival(v) : 0),
        answered,
        patience.Survival(target) * wait.Share(v => v > target ? 1 : 0),
        brief is { } seconds ? wait.Share(v => 1 - patience.Survival(Math.Min(v, seconds))) : null);

    /// <summary>The offered wait's density over its reach, scaled to 1 at its peak.</summary>
    private sealed class OfferedWait
    {
        private readonly Load load;
        private readonly double service;
        private readonly Patience patience;
        private readonly double peakExponent;
        private readonly double[] edges;
        private readonly double perWeight;
        private readonly Dictionary<double, double> densities = [];

        public OfferedWait(Load load, int agents, Patience patience, double target, double brief)
        {
            (this.load, this.patience, service) = (load, patience, agents * load.ServiceRate);
            var peak = Peak();
            peakExponent = Exponent(peak);
            var end = Beyond(peak, v => Exponent(v) < peakExponent - Reach);
            edges = Edges(peak, end, target, brief);
            var head = load.ArrivalRate * ErlangB.Blocking(load.Erlangs, agents - 1);
            var free = Math.Exp(-peakExponent);
            var total = free + head * Weight(_ => 1);
            (AgentFree, perWeight) = (free / total, head / total);
        }

        public double AgentFree { get; }

        /// <summary>The mean of <paramref name="value"/> of the offered wait, over those who would wait.</summary>
        public double Share(Func<double, double> value) => perWeight * Weight(value);

        private double Weight(Func<double, double> value) =>
            Quadrature.Integrate(v => value(v) * Density(v), edges);

        /// <summary>Kept by wait: every figure is integrated over much the same points.</summary>
        private double Density(double v)
        {
            if (!densities.TryGetValue(v, out var density))
                densities[v] = density = Math.Exp(Exponent(v) - peakExponent);
            return density;
        }

        private double Exponent(double v) => load.ArrivalRate * patience.MeanWithin(v) - service * v;

        /// <summary>Where the exponent's slope λS - nμ turns from rising to falling.</summary>
        private double Peak() =>
            load.ArrivalRate <= service ? 0 : Beyond(0, v => load.ArrivalRate * patience.Survival(v) <= service);

        /// <summary>The least wait above <paramref name="from"/> at which something that stays true first is, to about a billionth.</summary>
        private static double Beyond(double from, Func<double, bool> holds)
        {
            double low = 0, high = 1e-6;
            while (!holds(from + high))
                (low, high) = (high, 2 * high);
            for (var i = 0; i < 30; i++)
            {
                var middle = 0.5 * (low + high);
                (low, high) = holds(from + middle) ? (low, middle) : (middle, high);
            }
            return from + high;
        }

        /// <summary>Edges at the target, at what is short, the peak and every bend,
        /// and closing in on zero and the peak, where the density may be steep.</summary>
        private double[] Edges(double peak, double end, double target, double brief)
        {
            var steps = Enumerable.Range(0, 8).Select(power => end * Math.Pow(4, -power)).ToArray();
            return
            [
                .. patience.Bends.Append(peak).Append(target).Append(brief).Concat(steps).Concat(steps.Select(step => peak + step))
                    .Concat(steps.Select(step => peak - step)).Where(edge => edge > 0 && edge <= end).Append(0).Distinct().Order(),
            ];
        }
    }
}
