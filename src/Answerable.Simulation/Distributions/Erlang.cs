using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Distributions;

/// <summary>The sum of <paramref name="phases"/> equal exponential phases; squared variation 1/phases.</summary>
public sealed class Erlang(int phases, double mean) : Distribution
{
    private readonly int phases = phases >= 1 ? phases : throw new ArgumentOutOfRangeException(nameof(phases), phases, "phases must be at least 1.");
    private readonly double phase = Positive(mean, nameof(mean)) / phases;

    /// <summary>The number of exponential phases, k.</summary>
    public int Phases => phases;

    public override double Mean => phases * phase;

    public override double Variance => phases * phase * phase;

    public override double Draw(RandomStream stream)
    {
        var sum = 0.0;
        for (var i = 0; i < phases; i++)
            sum += stream.NextExponential();
        return sum * phase;
    }

    public override double Cumulative(double x) => x <= 0 ? 0 : SpecialFunctions.LowerGamma(phases, x / phase);

    public override double LogDensity(double x) =>
        x < 0 ? double.NegativeInfinity : GammaDistribution.LogDensity(phases, phase, x);
}
