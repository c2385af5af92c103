namespace Answerable.Simulation.Statistics;

/// <summary>Count, mean and variance of observations in one pass (Welford 1962), mergeable (Chan et al. 1979). O(1) each, no allocation.</summary>
public struct Observations
{
    private double squares;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; 0 when there are none.</summary>
    public double Mean { get; private set; }

    /// <summary>The least of them.</summary>
    public double Minimum { get; private set; }

    /// <summary>The greatest of them.</summary>
    public double Maximum { get; private set; }

    /// <summary>Sample variance, divisor n - 1; 0 with fewer than two observations.</summary>
    public readonly double Variance => Count > 1 ? squares / (Count - 1) : 0;

    /// <summary>Standard error of the mean, taking the observations as independent.</summary>
    public readonly double StandardError => Count > 1 ? Math.Sqrt(Variance / Count) : double.PositiveInfinity;

    /// <summary>Takes one more in (Welford 1962). O(1).</summary>
    public void Add(double value)
    {
        Count++;
        var step = value - Mean;
        Mean += step / Count;
        squares += step * (value - Mean);
        Minimum = Count == 1 ? value : Math.Min(Minimum, value);
        Maximum = Count == 1 ? value : Math.Max(Maximum, value);
    }

    /// <summary>Takes in what another has gathered (Chan, Golub and LeVeque 1979). O(1).</summary>
    public void Add(in Observations other)
    {
        if (other.Count == 0)
            return;
        if (Count == 0)
        {
            this = other;
            return;
        }
        var total = Count + other.Count;
        var step = other.Mean - Mean;
        squares += other.squares + step * step * ((double)Count * other.Count / total);
        Mean += step * other.Count / total;
        Minimum = Math.Min(Minimum, other.Minimum);
        Maximum = Math.Max(Maximum, other.Maximum);
        Count = total;
    }

    /// <summary>All of a list. O(n).</summary>
    public static Observations Of(IEnumerable<double> values)
    {
        var all = new Observations();
        foreach (var value in values)
            all.Add(value);
        return all;
    }
}
