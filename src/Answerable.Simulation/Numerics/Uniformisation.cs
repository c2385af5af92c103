namespace Answerable.Simulation.Numerics;

/// <summary>A Markov chain's distribution after a time, and the time it spent in each state on the way.</summary>
/// <param name="AtEnd">The probability of each state at the end.</param>
/// <param name="SecondsIn">The expected seconds spent in each state: ∫₀ᵗ π(u) du; they sum to t.</param>
public sealed record Passage(double[] AtEnd, double[] SecondsIn);

/// <summary>Transient solution of a Markov chain by uniformisation (Jensen 1953; Grassmann 1977).</summary>
/// <remarks>
/// With Λ at least every exit rate, the chain is a jump chain P stepped by a Poisson process of rate Λ:
/// π(t) = Σ Poisson(k; Λt)·π(0)Pᵏ and ∫π = Σ P(N > k)·π(0)Pᵏ / Λ. Only positive numbers are added.
/// The Poisson weights are built outward from their mode, so that no Λt underflows them (after Fox and Glynn 1988).
/// Time O(transitions · (Λt + 10·√(Λt))).
/// </remarks>
public static class Uniformisation
{
    /// <summary>The steps that <see cref="Advance"/> would take, each one pass over the chain.</summary>
    public static double Steps(MarkovChain chain, double seconds)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var mean = chain.ExitRates.Max() * seconds;
        return mean + 10 * Math.Sqrt(mean) + 30;
    }

    /// <summary>Runs the chain for <paramref name="seconds"/> from the distribution <paramref name="from"/>.</summary>
    public static Passage Advance(MarkovChain chain, double[] from, double seconds)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(from);
        var rate = chain.ExitRates.Max();
        if (rate == 0)
            return new Passage([.. from], Array.ConvertAll(from, probability => probability * seconds));
        var jumps = PoissonJumps.Of(rate * seconds);
        double[] now = [.. from], next = new double[now.Length];
        double[] atEnd = new double[now.Length], secondsIn = new double[now.Length];
        for (var step = 0; step <= jumps.Last; step++)
        {
            double exactly = jumps.Exactly(step), each = jumps.MoreThan(step) / rate;
            for (var state = 0; state < now.Length; state++)
            {
                atEnd[state] += exactly * now[state];
                secondsIn[state] += each * now[state];
            }
            Step(chain, rate, now, next);
            (now, next) = (next, now);
        }
        return new Passage(atEnd, secondsIn);
    }

    private static void Step(MarkovChain chain, double rate, double[] now, double[] next)
    {
        for (var state = 0; state < now.Length; state++)
            next[state] = now[state] * (1 - chain.ExitRates[state] / rate);
        for (var state = 0; state < now.Length; state++)
        {
            if (now[state] == 0)
                continue;
            var targets = chain.TargetsFrom(state);
            var rates = chain.RatesFrom(state);
            var share = now[state] / rate;
            for (var i = 0; i < targets.Length; i++)
                next[targets[i]] += share * rates[i];
        }
    }
}
