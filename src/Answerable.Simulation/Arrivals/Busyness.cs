using Answerable.Simulation.Distributions;

namespace Answerable.Simulation.Arrivals;

/// <summary>
/// Whole days are busier or quieter than forecast together: every period's rates are multiplied by its own gamma factor of mean 1, which
/// makes counts negative binomial, with variance m + (cv m)² (Jongbloed and Koole 2001).
/// </summary>
public sealed class Busyness
{
    /// <param name="variation">Coefficient of variation of the factor; 0.06 is usual for a day.</param>
    /// <param name="period">How long a factor holds; a day, usually.</param>
    public Busyness(double variation, double period)
    {
        if (!(variation > 0 && double.IsFinite(variation)))
            throw new ArgumentOutOfRangeException(nameof(variation), variation, "The variation of busyness must be positive and finite.");
        if (!(period > 0 && double.IsFinite(period)))
            throw new ArgumentOutOfRangeException(nameof(period), period, "The period of busyness must be positive and finite.");
        Factor = GammaDistribution.WithMean(1, variation);
        Period = period;
    }

    /// <summary>The law of the factor, of mean 1.</summary>
    public Distribution Factor { get; }

    /// <summary>Seconds that share one factor.</summary>
    public double Period { get; }
}
