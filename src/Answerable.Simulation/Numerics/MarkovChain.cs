namespace Answerable.Simulation.Numerics;

/// <summary>A finite continuous-time Markov chain: for each state its transitions, as target and rate per second.</summary>
/// <remarks>Rows are held one after another (compressed rows), so stepping through a distribution is one pass over memory.</remarks>
public sealed class MarkovChain
{
    private readonly int[] starts;
    private readonly int[] targets;
    private readonly double[] rates;

    internal MarkovChain(int[] starts, int[] targets, double[] rates)
    {
        (this.starts, this.targets, this.rates) = (starts, targets, rates);
        ExitRates = new double[starts.Length - 1];
        for (var state = 0; state < States; state++)
            foreach (var rate in RatesFrom(state))
                ExitRates[state] += rate;
    }

    /// <summary>How many states there are.</summary>
    public int States => starts.Length - 1;

    /// <summary>The total rate out of each state, per second.</summary>
    internal double[] ExitRates { get; }

    /// <summary>The states one transition away from <paramref name="state"/>.</summary>
    public ReadOnlySpan<int> TargetsFrom(int state) => targets.AsSpan(starts[state], starts[state + 1] - starts[state]);

    /// <summary>The rates, per second, of the transitions in <see cref="TargetsFrom"/>, in the same order.</summary>
    public ReadOnlySpan<double> RatesFrom(int state) => rates.AsSpan(starts[state], starts[state + 1] - starts[state]);
}
