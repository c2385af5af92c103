namespace Answerable.Simulation.Statistics;

/// <summary>Quantiles of the laws that intervals use, by bisection of their cumulative functions; absolute accuracy about 1e-10.</summary>
public static class Quantiles
{
    /// <summary>Standard normal quantile.</summary>
    public static double Normal(double p) => Bisect(SpecialFunctions.NormalCumulative, Probability(p), -40, 40);

    /// <summary>Student's t quantile with the given degrees of freedom: P(T &lt;= t) = 1 - I(v/(v+t²); v/2, 1/2)/2 for t &gt; 0.</summary>
    public static double Student(double p, double degrees)
    {
        if (Probability(p) < 0.5)
            return -Student(1 - p, degrees);
        return Bisect(t => 1 - 0.5 * SpecialFunctions.Beta(degrees / 2, 0.5, degrees / (degrees + t * t)), p, 0, 1e9);
    }

    /// <summary>Chi-square quantile with the given degrees of freedom.</summary>
    public static double ChiSquare(double p, double degrees) =>
        Bisect(x => SpecialFunctions.LowerGamma(degrees / 2, x / 2), Probability(p), 0, 10 * degrees + 2000);

    private static double Probability(double p) =>
        p is > 0 and < 1 ? p : throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile is asked for a probability between 0 and 1.");

    private static double Bisect(Func<double, double> cumulative, double p, double low, double high)
    {
        for (var i = 0; i < 200 && high - low > 1e-13 * Math.Max(1, Math.Abs(low)); i++)
        {
            var middle = 0.5 * (low + high);
            if (cumulative(middle) < p)
                low = middle;
            else
                high = middle;
        }
        return 0.5 * (low + high);
    }
}
