using Answerable.Simulation.Distributions;
using Answerable.Simulation.Statistics;

namespace Answerable.Simulation.Fitting;

/// <summary>Maximum-likelihood fits to positive observations. Each is O(n) an iteration and takes at most a few hundred.</summary>
public static class Fit
{
    /// <summary>Every continuous law that can be fitted, best by Akaike's criterion first.</summary>
    /// <exception cref="ArgumentException">Fewer than three observations, or one that is not positive and finite.</exception>
    public static IReadOnlyList<FittedDistribution> All(IReadOnlyList<double> data)
    {
        Check(data);
        if (data.All(value => value == data[0]))
            return [FittedDistribution.Of(new Deterministic(data[0]), 1, data)];
        return [.. new[]
            { Exponential(data), Erlang(data), Gamma(data), Lognormal(data), Weibull(data), HyperExponential(data) }
                .OrderBy(fitted => fitted.Akaike)];
    }

    /// <summary>Exponential: the mean.</summary>
    public static FittedDistribution Exponential(IReadOnlyList<double> data) =>
        FittedDistribution.Of(new Exponential(Check(data).Average()), 1, data);

    /// <summary>Lognormal: mean and standard deviation (divisor n) of the logarithms.</summary>
    public static FittedDistribution Lognormal(IReadOnlyList<double> data)
    {
        var logs = Observations.Of(Check(data).Select(value => Math.Log(value)));
        return FittedDistribution.Of(new Lognormal(logs.Mean, Math.Sqrt(NotZero(logs.Variance * (logs.Count - 1) / logs.Count))), 2, data);
    }

    /// <summary>Gamma: Newton on ln k - digamma(k) = ln mean - mean ln, from Minka's (2002) start; scale = mean/k.</summary>
    public static FittedDistribution Gamma(IReadOnlyList<double> data)
    {
        var mean = Check(data).Average();
        var s = NotZero(Math.Log(mean) - data.Average(value => Math.Log(value)));
        var k = (3 - s + Math.Sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);
        for (var i = 0; i < 100; i++)
        {
            var step = (Math.Log(k) - SpecialFunctions.Digamma(k) - s) / (1 / k - SpecialFunctions.Trigamma(k));
            k = Math.Max(k / 10, k - step);
            if (Math.Abs(step) < 1e-12 * k)
                break;
        }
        return FittedDistribution.Of(new GammaDistribution(k, mean / k), 2, data);
    }

    /// <summary>Erlang: the better of the whole numbers of phases about the gamma fit's shape, at most 1,000.</summary>
    public static FittedDistribution Erlang(IReadOnlyList<double> data)
    {
        var mean = Check(data).Average();
        var shape = ((GammaDistribution)Gamma(data).Law).Shape;
        var low = (int)Math.Clamp(Math.Floor(shape), 1, 1000);
        return new[] { low, Math.Min(low + 1, 1000) }
            .Select(phases => FittedDistribution.Of(new Erlang(phases, mean), 2, data))
            .MaxBy(fitted => fitted.LogLikelihood)!;
    }

    /// <summary>Weibull: bisection on the shape's score 1/k + mean ln - sum(x^k ln x)/sum(x^k), decreasing in k; scale = (mean x^k)^(1/k).</summary>
    public static FittedDistribution Weibull(IReadOnlyList<double> data)
    {
        var logs = Check(data).Select(value => Math.Log(value)).ToArray();
        var meanLog = logs.Average();
        var largest = logs.Max();
        double Score(double k)
        {
            var powers = logs.Select(log => Math.Exp(k * (log - largest))).ToArray();
            return 1 / k + meanLog - powers.Zip(logs, (power, log) => power * log).Sum() / powers.Sum();
        }
        var (low, high) = (1e-3, 1e3);
        for (var i = 0; i < 100 && high / low > 1 + 1e-13; i++)
        {
            var middle = Math.Sqrt(low * high);
            (low, high) = Score(middle) > 0 ? (middle, high) : (low, middle);
        }
        var shape = Math.Sqrt(low * high);
        var scale = Math.Exp(largest + Math.Log(logs.Average(log => Math.Exp(shape * (log - largest)))) / shape);
        return FittedDistribution.Of(new Weibull(shape, scale), 2, data);
    }

    /// <summary>Two-branch hyper-exponential by expectation-maximisation (at most 500 rounds) from the halves below and above the median.</summary>
    public static FittedDistribution HyperExponential(IReadOnlyList<double> data)
    {
        var sorted = Check(data).Order().ToArray();
        var half = sorted.Length / 2;
        var (p, brief, lengthy) = (0.5, sorted[..half].Average(), sorted[half..].Average());
        var before = double.NegativeInfinity;
        for (var round = 0; round < 500; round++)
        {
            var (likelihood, weight, work, rest) = (0.0, 0.0, 0.0, 0.0);
            foreach (var x in sorted)
            {
                var a = p / brief * Math.Exp(-x / brief);
                var b = (1 - p) / lengthy * Math.Exp(-x / lengthy);
                var share = a / (a + b);
                likelihood += Math.Log(a + b);
                weight += share;
                work += share * x;
                rest += (1 - share) * x;
            }
            p = Math.Clamp(weight / sorted.Length, 1e-9, 1 - 1e-9);
            (brief, lengthy) = (work / NotZero(weight), rest / NotZero(sorted.Length - weight));
            if (likelihood - before < 1e-9 * Math.Abs(likelihood))
                break;
            before = likelihood;
        }
        return FittedDistribution.Of(new HyperExponential([p, 1 - p], [NotZero(brief), NotZero(lengthy)]), 3, data);
    }

    private static IReadOnlyList<double> Check(IReadOnlyList<double> data)
    {
        if (data.Count < 3)
            throw new ArgumentException("Fitting a law needs at least three observations.", nameof(data));
        for (var i = 0; i < data.Count; i++)
            if (!(data[i] > 0 && double.IsFinite(data[i])))
                throw new ArgumentException($"Observation {i + 1} is {data[i]}; fitting needs positive, finite values.", nameof(data));
        return data;
    }

    private static double NotZero(double value) => Math.Max(value, 1e-12);
}
