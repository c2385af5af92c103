using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Distributions;

/// <summary>The observed values themselves, each with its weight; drawn by Walker's alias method in constant time.</summary>
public sealed class Empirical : Distribution
{
    private readonly double[] values;
    private readonly double[] weights;
    private readonly double[] keep;
    private readonly int[] alias;

    /// <summary>The law of values as often as they were observed; at least one, none negative.</summary>
    public Empirical(IEnumerable<double> observed) : this(Counted(observed))
    {
    }

    /// <param name="weighted">Values, finite and not negative, with positive weights in any unit.</param>
    public Empirical(IEnumerable<(double Value, double Weight)> weighted)
    {
        var sorted = weighted.OrderBy(weighed => weighed.Value).ToArray();
        if (sorted.Length == 0)
            throw new ArgumentException("An empirical law needs at least one observed value.", nameof(weighted));
        if (sorted.Any(weighed => !(weighed.Value >= 0 && double.IsFinite(weighed.Value))
            || !(weighed.Weight > 0 && double.IsFinite(weighed.Weight))))
            throw new ArgumentException("Observed values must be finite and not negative, with positive weights.", nameof(weighted));
        var total = sorted.Sum(weighed => weighed.Weight);
        values = [.. sorted.Select(weighed => weighed.Value)];
        weights = [.. sorted.Select(weighed => weighed.Weight / total)];
        (keep, alias) = AliasTable(weights);
        Mean = values.Zip(weights, (value, weight) => value * weight).Sum();
        Variance = values.Zip(weights, (value, weight) => (value - Mean) * (value - Mean) * weight).Sum();
    }

    public override double Mean { get; }

    public override double Variance { get; }

    public override double Draw(RandomStream stream)
    {
        var at = stream.Below(values.Length);
        return values[stream.NextUniform() < keep[at] ? at : alias[at]];
    }

    public override double Cumulative(double x)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length && values[i] <= x; i++)
            sum += weights[i];
        return Math.Min(1, sum);
    }

    public override double LogDensity(double x)
    {
        var at = Array.BinarySearch(values, x);
        return at < 0 ? double.NegativeInfinity : Math.Log(weights[at]);
    }

    private static IEnumerable<(double, double)> Counted(IEnumerable<double> observed) =>
        observed.GroupBy(value => value).Select(same => (same.Key, (double)same.Count()));

    private static (double[] Keep, int[] Alias) AliasTable(double[] weights)
    {
        var n = weights.Length;
        var share = weights.Select(weight => weight * n).ToArray();
        var others = new int[n];
        var poor = new Stack<int>(Enumerable.Range(0, n).Where(place => share[place] < 1));
        var rich = new Stack<int>(Enumerable.Range(0, n).Where(place => share[place] >= 1));
        var kept = Enumerable.Repeat(1.0, n).ToArray();
        while (poor.Count > 0 && rich.Count > 0)
        {
            var (needy, giver) = (poor.Pop(), rich.Pop());
            kept[needy] = share[needy];
            others[needy] = giver;
            share[giver] -= 1 - share[needy];
            (share[giver] < 1 ? poor : rich).Push(giver);
        }
        return (kept, others);
    }
}
