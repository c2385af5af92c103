namespace Answerable.Simulation.Numerics;

/// <summary>The Poisson distribution of a number of jumps, kept only where it is not negligible (1e-20 of its mode).</summary>
/// <remarks>
/// Built outward from the mode and normalised, so no mean is too large for doubles (after Fox and Glynn,
/// Communications of the ACM 31, 1988). Time and memory O(√mean).
/// </remarks>
internal sealed class PoissonJumps
{
    private const double Negligible = 1e-20;

    private readonly int first;
    private readonly double[] exactly;
    private readonly double[] moreThan;

    private PoissonJumps(int first, double[] weights)
    {
        var total = weights.Sum();
        this.first = first;
        exactly = Array.ConvertAll(weights, weight => weight / total);
        moreThan = new double[weights.Length];
        for (var i = weights.Length - 2; i >= 0; i--)
            moreThan[i] = moreThan[i + 1] + exactly[i + 1];
    }

    /// <summary>The largest number of jumps that matters.</summary>
    public int Last => first + exactly.Length - 1;

    /// <summary>P(N = jumps).</summary>
    public double Exactly(int jumps) => jumps < first ? 0 : exactly[jumps - first];

    /// <summary>P(N &gt; jumps).</summary>
    public double MoreThan(int jumps) => jumps < first ? 1 : moreThan[jumps - first];

    public static PoissonJumps Of(double mean)
    {
        var mode = (int)mean;
        List<double> below = [], above = [1.0];
        for (var k = mode; k > 0 && (below.Count == 0 || below[^1] > Negligible); k--)
            below.Add((below.Count == 0 ? 1 : below[^1]) * k / mean);
        for (var k = mode + 1; above[^1] > Negligible; k++)
            above.Add(above[^1] * mean / k);
        return new PoissonJumps(mode - below.Count, [.. below.AsEnumerable().Reverse(), .. above]);
    }
}
