namespace Answerable.Simulation.Statistics;

/// <summary>
/// Where a run that starts from empty has forgotten its start: MSER-5 (White 1997; Hoad, Robinson and Davies 2010 found it the best of 44).
/// </summary>
public static class WarmUp
{
    /// <summary>
    /// How many values to discard from the front: batches of five are averaged, and the cut d minimises the squared standard
    /// error of what is left, sum((x - mean)²)/(n - d)². Nothing when the best cut lies in the second half: the run is too short to tell. O(n).
    /// </summary>
    public static int? Detect(ReadOnlySpan<double> series)
    {
        const int batch = 5;
        var n = series.Length / batch;
        var (best, cut) = (double.PositiveInfinity, -1);
        var kept = new Observations();
        for (var d = n - 1; d >= 0; d--)
        {
            kept.Add(Average(series.Slice(d * batch, batch)));
            if (kept.Count < 5)
                continue;
            var error = kept.Variance * (kept.Count - 1) / ((double)kept.Count * kept.Count);
            if (error <= best)
                (best, cut) = (error, d);
        }
        return cut < 0 || cut > n / 2 ? null : cut * batch;
    }

    private static double Average(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}
