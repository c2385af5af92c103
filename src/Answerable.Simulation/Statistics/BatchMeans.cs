namespace Answerable.Simulation.Statistics;

/// <summary>
/// Batch means: one long run cut into equal batches whose means are taken as nearly independent; their lag-1 correlation says
/// whether that is fair (Schmeiser 1982 advises 10 to 30 batches).
/// </summary>
/// <param name="Mean">Estimate from the batches.</param>
/// <param name="Correlation">Lag-1 correlation of the batch means; near 0 when batches are long enough.</param>
public readonly record struct BatchMeans(Estimate Mean, double Correlation)
{
    /// <summary>True when the correlation is within its own noise, 1.645/sqrt(batches), on the upper side.</summary>
    public bool Independent => Correlation < 1.645 / Math.Sqrt(Mean.Degrees + 1);

    /// <summary>Cuts a series into batches; values left over at the beginning are not used. O(n).</summary>
    /// <exception cref="ArgumentException">Fewer values than batches, or fewer than two batches.</exception>
    public static BatchMeans Of(ReadOnlySpan<double> series, int batches = 20)
    {
        if (batches < 2 || series.Length < batches)
            throw new ArgumentException($"A series of {series.Length} values cannot be cut into {batches} batches.", nameof(batches));
        var size = series.Length / batches;
        var means = new double[batches];
        var rest = series[(series.Length - size * batches)..];
        for (var b = 0; b < batches; b++)
            means[b] = Average(rest.Slice(b * size, size));
        return new BatchMeans(Estimate.OfMean(means), LagOne(means));
    }

    private static double Average(ReadOnlySpan<double> batch)
    {
        var sum = 0.0;
        foreach (var value in batch)
            sum += value;
        return sum / batch.Length;
    }

    private static double LagOne(double[] means)
    {
        var centre = means.Average();
        var squares = means.Sum(mean => (mean - centre) * (mean - centre));
        return squares == 0 ? 0 : means.Zip(means.Skip(1), (one, next) => (one - centre) * (next - centre)).Sum() / squares;
    }
}
