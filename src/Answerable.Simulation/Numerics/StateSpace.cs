namespace Answerable.Simulation.Numerics;

/// <summary>
/// The states a Markov model can reach and the chain over them, found by walking outward from the first states.
/// </summary>
/// <remarks>
/// States are numbered in the order in which they are first reached. Time and memory are linear in states plus transitions.
/// </remarks>
/// <typeparam name="TState">A small value that names a state, such as (agents busy, contacts queueing).</typeparam>
public sealed class StateSpace<TState> where TState : struct, IEquatable<TState>
{
    private readonly Dictionary<TState, int> numbers;

    internal StateSpace(List<TState> states, Dictionary<TState, int> numbers, MarkovChain chain) =>
        (States, this.numbers, Chain) = (states, numbers, chain);

    /// <summary>The states, by number.</summary>
    public IReadOnlyList<TState> States { get; }

    /// <summary>The chain over the states' numbers.</summary>
    public MarkovChain Chain { get; }

    /// <summary>The number of a state, or -1 where it cannot be reached.</summary>
    public int NumberOf(TState state) => numbers.GetValueOrDefault(state, -1);
}

/// <summary>Finds state spaces.</summary>
public static class StateSpace
{
    /// <summary>Walks the model outward, at most <paramref name="most"/> states; null when there are more.</summary>
    /// <param name="first">Where to start; for a steady state one is enough.</param>
    /// <param name="leave">Tells every way out of a state through the callback: the state reached and the rate per second.
    /// Rates of zero are left out.</param>
    /// <param name="most">The largest number of states wanted.</param>
    public static StateSpace<TState>? Explore<TState>(
        IEnumerable<TState> first, Action<TState, Action<TState, double>> leave, int most) where TState : struct, IEquatable<TState>
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(leave);
        var walk = new Walk<TState>();
        foreach (var state in first)
            walk.Number(state);
        while (walk.Starts.Count <= walk.States.Count - 1)
        {
            walk.Starts.Add(walk.Targets.Count);
            leave(walk.States[walk.Starts.Count - 1], walk.Reach);
            if (walk.States.Count > most)
                return null;
        }
        walk.Starts.Add(walk.Targets.Count);
        var chain = new MarkovChain([.. walk.Starts], [.. walk.Targets], [.. walk.Rates]);
        return new StateSpace<TState>(walk.States, walk.Numbers, chain);
    }

    /// <summary>The growing lists of an exploration.</summary>
    private sealed class Walk<TState> where TState : struct
    {
        public readonly List<TState> States = [];
        public readonly Dictionary<TState, int> Numbers = [];
        public readonly List<int> Starts = [];
        public readonly List<int> Targets = [];
        public readonly List<double> Rates = [];

        public void Reach(TState to, double rate)
        {
            if (rate <= 0)
                return;
            Targets.Add(Number(to));
            Rates.Add(rate);
        }

        public int Number(TState state)
        {
            if (Numbers.TryGetValue(state, out var number))
                return number;
            Numbers.Add(state, States.Count);
            States.Add(state);
            return States.Count - 1;
        }
    }
}
