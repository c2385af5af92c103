using Answerable.Simulation.Distributions;

namespace Answerable.Simulation.Fitting;

/// <summary>A law fitted to observations by maximum likelihood.</summary>
/// <param name="Law">The fitted law.</param>
/// <param name="LogLikelihood">Natural logarithm of the likelihood.</param>
/// <param name="Parameters">Free parameters fitted.</param>
public sealed record FittedDistribution(Distribution Law, double LogLikelihood, int Parameters)
{
    /// <summary>Akaike's criterion, 2k - 2 ln L: the smaller the better among laws fitted to the same observations.</summary>
    public double Akaike => 2.0 * Parameters - 2 * LogLikelihood;

    internal static FittedDistribution Of(Distribution law, int parameters, IReadOnlyList<double> data) =>
        new(law, data.Sum(law.LogDensity), parameters);
}
