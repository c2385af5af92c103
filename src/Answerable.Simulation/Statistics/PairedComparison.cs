namespace Answerable.Simulation.Statistics;

/// <summary>
/// Two designs run on the same chance (common random numbers), compared replication by replication: what they share cancels, so that
/// small differences show.
/// </summary>
/// <param name="Difference">Second minus first, with its error from the paired differences.</param>
/// <param name="UnpairedError">The error the difference would have had from independent runs.</param>
/// <param name="PValue">How likely a difference this large is by chance alone, two-sided (Student's t).</param>
public readonly record struct PairedComparison(Estimate Difference, double UnpairedError, double PValue)
{
    /// <exception cref="ArgumentException">The two were not run the same number of times, or fewer than twice.</exception>
    public static PairedComparison Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count != second.Count || first.Count < 2)
            throw new ArgumentException("A paired comparison needs the same number of replications of both, at least two.", nameof(second));
        var difference = Estimate.OfMean([.. second.Zip(first, (after, before) => after - before)]);
        var unpaired = Math.Sqrt((Observations.Of(first).Variance + Observations.Of(second).Variance) / first.Count);
        return new PairedComparison(difference, unpaired, TwoSided(difference));
    }

    private static double TwoSided(Estimate difference)
    {
        if (difference.StandardError == 0)
            return difference.Value == 0 ? 1 : 0;
        var t = difference.Value / difference.StandardError;
        return SpecialFunctions.Beta(difference.Degrees / 2.0, 0.5, difference.Degrees / (difference.Degrees + t * t));
    }
}
