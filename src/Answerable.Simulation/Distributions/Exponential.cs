using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Distributions;

/// <summary>Exponential: density exp(-x/m)/m. The law without memory, of independent callers' arrivals and of plain patience.</summary>
public sealed class Exponential(double mean) : Distribution
{
    private readonly double mean = Positive(mean, nameof(mean));

    public override double Mean => mean;

    public override double Variance => mean * mean;

    public override double Draw(RandomStream stream) => mean * stream.NextExponential();

    public override double Cumulative(double x) => x <= 0 ? 0 : 1 - Math.Exp(-x / mean);

    public override double LogDensity(double x) => x < 0 ? double.NegativeInfinity : -x / mean - Math.Log(mean);
}
