using Answerable.Simulation.Numerics;

namespace Answerable.Analysis.Planning.Markov;

/// <summary>The steady state of a model with unlimited queues, cut where what is cut off no longer matters.</summary>
/// <remarks>
/// Each queue is cut at a cap; the chain is solved; any cap that is reached with more than 1e-15 probability is widened by half and the
/// chain solved again. Patience bounds every queue (a queue with impatience θ holds at most a Poisson number of mean λ/θ),
/// so this ends, at a size or at the memory budget.
/// </remarks>
internal static class Truncation
{
    private const int MostStates = 200_000;
    private const double Negligible = 1e-15;

    /// <summary>The states with their probabilities; null where they are too many.</summary>
    /// <param name="first">The empty centre.</param>
    /// <param name="caps">How long each queue may grow to begin with.</param>
    /// <param name="leave">Tells every transition out of a state, given the caps; one past a cap is left out.</param>
    /// <param name="lengths">The length of each queue in a state, in the order of the caps.</param>
    public static List<(TState State, double Probability)>? Solve<TState>(
        TState first, int[] caps, Func<int[], Action<TState, Action<TState, double>>> leave, Func<TState, int[]> lengths)
        where TState : struct, IEquatable<TState>
    {
        while (true)
        {
            var space = StateSpace.Explore([first], leave(caps), MostStates);
            if (space is null || SteadyState.Solve(space.Chain) is not { } probabilities)
                return null;
            var solved = space.States.Zip(probabilities).ToList();
            var wider = Widened(caps, solved, lengths);
            if (wider.SequenceEqual(caps))
                return solved;
            caps = wider;
        }
    }

    private static int[] Widened<TState>(int[] caps, List<(TState State, double Probability)> solved, Func<TState, int[]> lengths)
    {
        var atCap = new double[caps.Length];
        foreach (var (state, probability) in solved)
        {
            var reached = lengths(state);
            for (var i = 0; i < caps.Length; i++)
                atCap[i] += reached[i] >= caps[i] ? probability : 0;
        }
        return [.. caps.Zip(atCap, (cap, probability) => probability > Negligible ? cap * 3 / 2 : cap)];
    }
}
