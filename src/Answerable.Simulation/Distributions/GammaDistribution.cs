using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Distributions;

/// <summary>Gamma: density x^(k-1) exp(-x/s) / (Gamma(k) s^k), with shape k and scale s; mean k s. Drawn as Marsaglia and Tsang (2000).</summary>
public sealed class GammaDistribution(double shape, double scale) : Distribution
{
    private readonly double shape = Positive(shape, nameof(shape));
    private readonly double scale = Positive(scale, nameof(scale));

    /// <summary>The gamma law with a given mean and coefficient of variation: shape 1/cv², scale mean cv².</summary>
    public static GammaDistribution WithMean(double mean, double variation) => new(1 / (variation * variation), mean * variation * variation);

    /// <summary>The shape k.</summary>
    public double Shape => shape;

    /// <summary>The scale s, in the unit of what is drawn.</summary>
    public double Scale => scale;

    public override double Mean => shape * scale;

    public override double Variance => shape * scale * scale;

    public override double Draw(RandomStream stream) =>
        shape >= 1
            ? scale * DrawStandard(stream, shape)
            : scale * DrawStandard(stream, shape + 1) * Math.Pow(stream.NextOpen(), 1 / shape);

    public override double Cumulative(double x) => x <= 0 ? 0 : SpecialFunctions.LowerGamma(shape, x / scale);

    public override double LogDensity(double x) => x < 0 ? double.NegativeInfinity : LogDensity(shape, scale, x);

    internal static double LogDensity(double shape, double scale, double x) =>
        (shape == 1 ? 0 : (shape - 1) * Math.Log(x / scale)) - x / scale - SpecialFunctions.LogGamma(shape) - Math.Log(scale);

    private static double DrawStandard(RandomStream stream, double shape)
    {
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var z = stream.NextNormal();
            var v = 1 + c * z;
            if (v <= 0)
                continue;
            v = v * v * v;
            var u = stream.NextOpen();
            if (u < 1 - 0.0331 * z * z * z * z || Math.Log(u) < 0.5 * z * z + d * (1 - v + Math.Log(v)))
                return d * v;
        }
    }
}
