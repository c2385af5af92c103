using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Distributions;

/// <summary>Weibull: P(X &gt; x) = exp(-(x/s)^k), with shape k and scale s. Under shape 1 people grow more patient as they wait.</summary>
public sealed class Weibull(double shape, double scale) : Distribution
{
    private readonly double shape = Positive(shape, nameof(shape));
    private readonly double scale = Positive(scale, nameof(scale));

    /// <summary>The shape k.</summary>
    public double Shape => shape;

    /// <summary>The scale s, in the unit of what is drawn.</summary>
    public double Scale => scale;

    public override double Mean => scale * Math.Exp(SpecialFunctions.LogGamma(1 + 1 / shape));

    public override double Variance => scale * scale * Math.Exp(SpecialFunctions.LogGamma(1 + 2 / shape)) - Mean * Mean;

    public override double Draw(RandomStream stream) => scale * Math.Pow(stream.NextExponential(), 1 / shape);

    public override double Cumulative(double x) => x <= 0 ? 0 : 1 - Math.Exp(-Math.Pow(x / scale, shape));

    public override double LogDensity(double x)
    {
        if (x < 0)
            return double.NegativeInfinity;
        var ratio = x / scale;
        return Math.Log(shape / scale) + (shape == 1 ? 0 : (shape - 1) * Math.Log(ratio)) - Math.Pow(ratio, shape);
    }
}
