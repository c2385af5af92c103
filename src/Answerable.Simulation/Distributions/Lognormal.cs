using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Distributions;

/// <summary>Lognormal: the logarithm is normal(mu, sigma). The usual law of handling times (Brown et al. 2005).</summary>
public sealed class Lognormal(double mu, double sigma) : Distribution
{
    private readonly double mu = double.IsFinite(mu) ? mu : throw new ArgumentOutOfRangeException(nameof(mu), mu, "mu must be finite.");
    private readonly double sigma = Positive(sigma, nameof(sigma));

    /// <summary>The lognormal law with a given mean and coefficient of variation: sigma² = ln(1 + cv²), mu = ln(mean) - sigma²/2.</summary>
    public static Lognormal WithMean(double mean, double variation)
    {
        var variance = Math.Log(1 + Positive(variation, nameof(variation)) * variation);
        return new Lognormal(Math.Log(Positive(mean, nameof(mean))) - variance / 2, Math.Sqrt(variance));
    }

    /// <summary>The mean of the logarithm.</summary>
    public double Mu => mu;

    /// <summary>The standard deviation of the logarithm.</summary>
    public double Sigma => sigma;

    public override double Mean => Math.Exp(mu + sigma * sigma / 2);

    public override double Variance => (Math.Exp(sigma * sigma) - 1) * Mean * Mean;

    public override double Draw(RandomStream stream) => Math.Exp(mu + sigma * stream.NextNormal());

    public override double Cumulative(double x) => x <= 0 ? 0 : SpecialFunctions.NormalCumulative((Math.Log(x) - mu) / sigma);

    public override double LogDensity(double x)
    {
        if (x <= 0)
            return double.NegativeInfinity;
        var z = (Math.Log(x) - mu) / sigma;
        return -0.5 * z * z - Math.Log(x * sigma) - 0.5 * Math.Log(2 * Math.PI);
    }
}
