using Answerable.Simulation.Distributions;
using Answerable.Simulation.Statistics;

namespace Answerable.Simulation.Fitting;

/// <summary>
/// How well a law describes observations. The probabilities hold for a law stated beforehand; for one fitted to the same
/// observations they are flattering, so read them as "bad" when small and as nothing when large.
/// </summary>
/// <param name="Kolmogorov">Largest gap between the observed and the stated cumulative share.</param>
/// <param name="KolmogorovProbability">Chance of a larger gap if the law were true (asymptotic series with Stephens' correction).</param>
/// <param name="AndersonDarling">Anderson and Darling's A², which weighs the tails; above 2.5 is rejected at 5 %.</param>
/// <param name="ChiSquareProbability">Chance of worse-filled equally likely classes if the law were true.</param>
public readonly record struct GoodnessOfFit(
    double Kolmogorov, double KolmogorovProbability, double AndersonDarling, double ChiSquareProbability)
{
    /// <summary>Holds observations against a law. O(n log n).</summary>
    public static GoodnessOfFit Of(Distribution law, IEnumerable<double> data)
    {
        var shares = data.Order().Select(law.Cumulative).ToArray();
        if (shares.Length < 5)
            throw new ArgumentException("Goodness of fit needs at least five observations.", nameof(data));
        var gap = LargestGap(shares);
        return new GoodnessOfFit(gap, KolmogorovTail(gap, shares.Length), TailWeighted(shares), Classes(shares));
    }

    private static double LargestGap(double[] shares)
    {
        var n = (double)shares.Length;
        return shares.Select((share, i) => Math.Max((i + 1) / n - share, share - i / n)).Max();
    }

    private static double KolmogorovTail(double gap, int n)
    {
        var root = Math.Sqrt(n);
        var x = (root + 0.12 + 0.11 / root) * gap;
        if (x < 0.2)
            return 1;
        var sum = 0.0;
        for (var j = 1; j <= 100; j++)
            sum += (j % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * j * j * x * x);
        return Math.Clamp(sum, 0, 1);
    }

    private static double TailWeighted(double[] shares)
    {
        var n = shares.Length;
        var sum = 0.0;
        for (var i = 0; i < n; i++)
            sum += (2 * i + 1) * (Math.Log(Inside(shares[i])) + Math.Log(1 - Inside(shares[n - 1 - i])));
        return -n - sum / n;
    }

    private static double Inside(double share) => Math.Clamp(share, 1e-15, 1 - 1e-15);

    private static double Classes(double[] shares)
    {
        var classes = Math.Clamp(shares.Length / 10, 2, 50);
        var counts = new int[classes];
        foreach (var share in shares)
            counts[Math.Min(classes - 1, (int)(share * classes))]++;
        var expected = (double)shares.Length / classes;
        var statistic = counts.Sum(count => (count - expected) * (count - expected) / expected);
        return 1 - SpecialFunctions.LowerGamma((classes - 1) / 2.0, statistic / 2);
    }
}
