using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Distributions;

/// <summary>A law of non-negative durations, in the model's time unit (this product: seconds).</summary>
public abstract class Distribution
{
    /// <summary>The mean, in the unit of what is drawn.</summary>
    public abstract double Mean { get; }

    /// <summary>The variance, in that unit squared.</summary>
    public abstract double Variance { get; }

    /// <summary>Squared coefficient of variation: variance over the square of the mean (0 constant, 1 exponential).</summary>
    public double SquaredVariation => Mean > 0 ? Variance / (Mean * Mean) : 0;

    /// <summary>One duration.</summary>
    public abstract double Draw(RandomStream stream);

    /// <summary>P(X &lt;= x).</summary>
    public abstract double Cumulative(double x);

    /// <summary>Natural logarithm of the density at x; of the probability where the law is discrete; minus infinity outside the support.</summary>
    public abstract double LogDensity(double x);

    /// <summary>The value asked for when it is positive and finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    protected static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive and finite.");
}
