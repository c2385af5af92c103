using System.Numerics;

namespace Answerable.Simulation.Numerics;

/// <summary>The long-run distribution of an irreducible Markov chain, directly and without cancellation.</summary>
/// <remarks>
/// Solves πQ = 0, Σπ = 1 by the state reduction of Grassmann, Taksar and Heyman (Operations Research 33, 1985),
/// which never subtracts, so that every probability keeps nearly all its digits however small it is.
/// The generator is kept as a band: time O(states · bandwidth²), memory O(states · bandwidth).
/// </remarks>
public static class SteadyState
{
    /// <summary>The steady-state probability of each state; null where the band would take more than a budget of doubles.</summary>
    /// <param name="chain">An irreducible chain.</param>
    /// <param name="mostCells">The budget: states · (2·bandwidth + 1) doubles of 8 bytes.</param>
    /// <exception cref="InvalidOperationException">The chain is not irreducible.</exception>
    public static double[]? Solve(MarkovChain chain, long mostCells = 40_000_000)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var order = NarrowOrder.Of(chain);
        var band = Band.Of(chain, order, mostCells);
        if (band is null)
            return null;
        for (var state = chain.States - 1; state > 0; state--)
            band.Eliminate(state);
        var probabilities = band.Unfold();
        Array.Sort(order, probabilities);
        return probabilities;
    }

    /// <summary>Row i holds columns i - width to i + width.</summary>
    private sealed class Band
    {
        private readonly int width;
        private readonly int states;
        private readonly double[][] rows;

        private Band(int states, int width)
        {
            (this.states, this.width) = (states, width);
            rows = new double[states][];
            for (var state = 0; state < states; state++)
                rows[state] = new double[2 * width + 1];
        }

        /// <summary>The chain's rates with its states put into an order; null where they take too many cells.</summary>
        public static Band? Of(MarkovChain chain, int[] order, long mostCells)
        {
            var place = new int[order.Length];
            for (var i = 0; i < order.Length; i++)
                place[order[i]] = i;
            var widest = Width(chain, place);
            if (chain.States * (2L * widest + 1) > mostCells)
                return null;
            var band = new Band(chain.States, widest);
            for (var from = 0; from < chain.States; from++)
                band.Fill(place[from], chain.TargetsFrom(from), chain.RatesFrom(from), place);
            return band;
        }

        private static int Width(MarkovChain chain, int[] place)
        {
            var widest = 0;
            for (var from = 0; from < chain.States; from++)
                foreach (var to in chain.TargetsFrom(from))
                    widest = Math.Max(widest, Math.Abs(place[to] - place[from]));
            return widest;
        }

        private void Fill(int from, ReadOnlySpan<int> targets, ReadOnlySpan<double> rates, int[] place)
        {
            for (var i = 0; i < targets.Length; i++)
                rows[from][place[targets[i]] - from + width] += rates[i];
        }

        /// <summary>Takes the highest remaining state out: whoever went to it now goes straight to where it would have gone on to.</summary>
        public void Eliminate(int state)
        {
            var lowest = Math.Max(0, state - width);
            var onward = rows[state].AsSpan(lowest - state + width, state - lowest);
            var total = Sum(onward);
            if (!(total > 0))
                throw new InvalidOperationException($"State {state} cannot be left towards lower states: the chain is not irreducible.");
            for (var from = lowest; from < state; from++)
            {
                ref var into = ref rows[from][state - from + width];
                if (into == 0)
                    continue;
                into /= total;
                AddScaled(rows[from].AsSpan(lowest - from + width, state - lowest), onward, into);
            }
        }

        /// <summary>Puts the states back one by one, each as its predecessors' flow into it, then normalises.</summary>
        public double[] Unfold()
        {
            var weights = new double[states];
            weights[0] = 1;
            for (var state = 1; state < states; state++)
                for (var from = Math.Max(0, state - width); from < state; from++)
                    weights[state] += weights[from] * rows[from][state - from + width];
            var total = Sum(weights);
            for (var state = 0; state < states; state++)
                weights[state] /= total;
            return weights;
        }

        private static double Sum(ReadOnlySpan<double> values)
        {
            double sum = 0;
            foreach (var value in values)
                sum += value;
            return sum;
        }

        private static void AddScaled(Span<double> into, ReadOnlySpan<double> values, double factor)
        {
            var i = 0;
            var factors = new Vector<double>(factor);
            for (; i <= into.Length - Vector<double>.Count; i += Vector<double>.Count)
                (new Vector<double>(into[i..]) + factors * new Vector<double>(values[i..])).CopyTo(into[i..]);
            for (; i < into.Length; i++)
                into[i] += factor * values[i];
        }
    }
}
