namespace Answerable.Simulation.Arrivals;

/// <summary>
/// A rate that is constant within equal steps and starts over after the last: a day of half-hours, a week of quarter-hours, or one rate for ever.
/// Rates are per unit of the model's time (this product: per second).
/// </summary>
public sealed class RateProfile
{
    private readonly double[] rates;

    /// <param name="rates">The rate of each step, finite and not negative; not all zero is not required: nothing ever comes then.</param>
    /// <param name="step">The length of a step; positive.</param>
    public RateProfile(IReadOnlyList<double> rates, double step)
    {
        if (rates.Count == 0 || rates.Any(rate => !(rate >= 0 && double.IsFinite(rate))))
            throw new ArgumentException("A rate profile needs at least one rate, each finite and not negative.", nameof(rates));
        if (!(step > 0))
            throw new ArgumentOutOfRangeException(nameof(step), step, "A rate profile's step must be positive.");
        this.rates = [.. rates];
        Step = rates.All(rate => rate == rates[0]) ? double.PositiveInfinity : step;
        Most = rates.Max();
        Mean = rates.Average();
    }

    /// <summary>One rate for ever.</summary>
    public static RateProfile Constant(double rate) => new([rate], 1);

    /// <summary>Length of a step; infinite when the rate never changes.</summary>
    public double Step { get; }

    /// <summary>The highest rate, per second.</summary>
    public double Most { get; }

    /// <summary>The rate averaged over the profile, per second.</summary>
    public double Mean { get; }

    /// <summary>The rate in a step counted from time zero.</summary>
    public double At(long step) => rates[step % rates.Length];
}
