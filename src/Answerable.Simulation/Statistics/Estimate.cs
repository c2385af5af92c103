namespace Answerable.Simulation.Statistics;

/// <summary>A figure from simulation and how far it may be off.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">Its standard error; infinite when it cannot be told.</param>
/// <param name="Degrees">Degrees of freedom behind the standard error.</param>
public readonly record struct Estimate(double Value, double StandardError, int Degrees)
{
    /// <summary>Mean of independent replications.</summary>
    public static Estimate OfMean(IReadOnlyList<double> replications)
    {
        var all = Observations.Of(replications);
        return new Estimate(all.Mean, all.StandardError, replications.Count - 1);
    }

    /// <summary>
    /// Ratio of two totals over independent replications, such as abandons to offered: sum(y)/sum(x), with the delta method's
    /// error s / (mean(x) sqrt(n)), s² = sum((y - r x)²)/(n - 1) (Cochran 1977, 6.4). Not a number when nothing was counted below the line.
    /// </summary>
    public static Estimate OfRatio(IReadOnlyList<double> above, IReadOnlyList<double> below)
    {
        var n = below.Count;
        var total = below.Sum();
        if (total == 0)
            return new Estimate(double.NaN, double.PositiveInfinity, n - 1);
        var ratio = above.Sum() / total;
        var squares = above.Zip(below, (part, whole) => (part - ratio * whole) * (part - ratio * whole)).Sum();
        var error = n > 1 ? Math.Sqrt(squares / (n - 1) / n) / Math.Abs(total / n) : double.PositiveInfinity;
        return new Estimate(ratio, error, n - 1);
    }

    /// <summary>
    /// The standard error it would take a sample this size one time in a hundred to have understated: StandardError x
    /// sqrt(d / chi²(0.01; d)). A stopping rule that looks at the error tends to stop when it looks small; this guards against that.
    /// </summary>
    public double GuardedError =>
        Degrees < 1 ? double.PositiveInfinity : StandardError * Math.Sqrt(Degrees / Quantiles.ChiSquare(0.01, Degrees));

    /// <summary>Half the width of the interval that covers the truth with the given confidence (Student's t).</summary>
    public double HalfWidth(double confidence = 0.95) =>
        Degrees < 1 ? double.PositiveInfinity : StandardError * Quantiles.Student(0.5 + confidence / 2, Degrees);
}
