using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Distributions;

/// <summary>Always the same duration.</summary>
public sealed class Deterministic : Distribution
{
    /// <summary>The law of one value, positive and finite.</summary>
    public Deterministic(double value)
    {
        if (!(value >= 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(nameof(value), value, "value must be finite and not negative.");
        Mean = value;
    }

    public override double Mean { get; }

    public override double Variance => 0;

    public override double Draw(RandomStream stream) => Mean;

    public override double Cumulative(double x) => x >= Mean ? 1 : 0;

    public override double LogDensity(double x) => x == Mean ? 0 : double.NegativeInfinity;
}
