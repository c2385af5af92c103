namespace Answerable.Simulation.Numerics;

/// <summary>A numbering of a chain's states that keeps neighbours close, whichever way the transitions go.</summary>
/// <remarks>
/// Source: E. Cuthill, J. McKee (1969): breadth first, neighbours of few neighbours first, from a state at one end of the graph
/// found as George and Liu (1979) do, by starting again from the last state reached. A w × h grid of states gets a band of
/// about min(w, h). Linear in transitions.
/// </remarks>
internal sealed class NarrowOrder
{
    private readonly int[] neighbours;
    private readonly int[] starts;

    private NarrowOrder(MarkovChain chain)
    {
        var degrees = new int[chain.States + 1];
        for (var from = 0; from < chain.States; from++)
            foreach (var to in chain.TargetsFrom(from))
                (degrees[from], degrees[to]) = (degrees[from] + 1, degrees[to] + 1);
        starts = new int[chain.States + 1];
        for (var state = 0; state < chain.States; state++)
            starts[state + 1] = starts[state] + degrees[state];
        neighbours = new int[starts[^1]];
        int[] next = [.. starts];
        for (var from = 0; from < chain.States; from++)
            foreach (var to in chain.TargetsFrom(from))
                (neighbours[next[from]++], neighbours[next[to]++]) = (to, from);
        for (var state = 0; state < chain.States; state++)
            Neighbours(state).Sort((one, other) => Neighbours(one).Length.CompareTo(Neighbours(other).Length));
    }

    /// <summary>The states in their new order.</summary>
    public static int[] Of(MarkovChain chain)
    {
        var graph = new NarrowOrder(chain);
        var order = graph.From(0);
        for (var attempt = 0; attempt < 2; attempt++)
            order = graph.From(order[^1]);
        return order;
    }

    private Span<int> Neighbours(int state) => neighbours.AsSpan(starts[state]..starts[state + 1]);

    private int[] From(int first)
    {
        var order = new int[starts.Length - 1];
        var seen = new bool[order.Length];
        var (filled, read) = (1, 0);
        (order[0], seen[first]) = (first, true);
        while (read < filled)
            foreach (var state in Neighbours(order[read++]))
                if (!seen[state])
                    (order[filled++], seen[state]) = (state, true);
        return filled == order.Length
            ? order
            : throw new InvalidOperationException("The chain falls into parts that do not reach one another: it has no single steady state.");
    }
}
