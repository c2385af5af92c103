using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Distributions;

/// <summary>A mixture of exponentials: short and long jobs in one law; squared variation at least 1.</summary>
public sealed class HyperExponential : Distribution
{
    private readonly double[] weights;
    private readonly double[] means;

    /// <param name="weights">How likely each branch is; positive, summing to 1 within 1e-9.</param>
    /// <param name="means">Each branch's mean.</param>
    public HyperExponential(IReadOnlyList<double> weights, IReadOnlyList<double> means)
    {
        if (weights.Count == 0 || weights.Count != means.Count)
            throw new ArgumentException("A hyper-exponential law needs as many weights as means, at least one.", nameof(weights));
        this.weights = [.. weights.Select(weight => Positive(weight, nameof(weights)))];
        this.means = [.. means.Select(mean => Positive(mean, nameof(means)))];
        if (Math.Abs(this.weights.Sum() - 1) > 1e-9)
            throw new ArgumentException("The weights of a hyper-exponential law must sum to 1.", nameof(weights));
    }

    /// <summary>The two-branch law with balanced means (each branch carries half the work) of a given mean and squared variation of at least
    /// 1.</summary>
    public static HyperExponential WithMean(double mean, double squaredVariation)
    {
        if (!(squaredVariation >= 1))
            throw new ArgumentOutOfRangeException(nameof(squaredVariation), squaredVariation,
                "A hyper-exponential law has squared variation of at least 1.");
        var p = 0.5 * (1 + Math.Sqrt((squaredVariation - 1) / (squaredVariation + 1)));
        return new HyperExponential([p, 1 - p], [mean / (2 * p), mean / (2 * (1 - p))]);
    }

    /// <summary>The probability of each branch; they add up to 1.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>The mean of each branch.</summary>
    public IReadOnlyList<double> Means => means;

    public override double Mean => weights.Zip(means, (weight, mean) => weight * mean).Sum();

    public override double Variance => 2 * weights.Zip(means, (weight, mean) => weight * mean * mean).Sum() - Mean * Mean;

    public override double Draw(RandomStream stream)
    {
        var u = stream.NextUniform();
        var branch = 0;
        while (branch < weights.Length - 1 && u >= weights[branch])
            u -= weights[branch++];
        return means[branch] * stream.NextExponential();
    }

    public override double Cumulative(double x) => x <= 0 ? 0 : weights.Zip(means, (weight, mean) => weight * (1 - Math.Exp(-x / mean))).Sum();

    public override double LogDensity(double x) =>
        x < 0 ? double.NegativeInfinity : Math.Log(weights.Zip(means, (weight, mean) => weight / mean * Math.Exp(-x / mean)).Sum());
}
