namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>Local linear regression with tricube weights over equally spaced points (Cleveland 1979).</summary>
internal static class Loess
{
    /// <summary>
    /// The smooth at every point from <paramref name="first"/> on, which may lie outside the series. Long windows are fitted at
    /// every tenth of the window and joined by lines, as STL does. O(points x window / jump).
    /// </summary>
    public static double[] Smooth(ReadOnlySpan<double> series, int window, int first, int count)
    {
        var smooth = new double[count];
        var jump = Math.Max(1, window / 10);
        for (var at = 0; at < count; at = at == count - 1 ? count : Math.Min(at + jump, count - 1))
        {
            smooth[at] = At(series, first + at, window);
            var from = Math.Max(0, at - 1 - (at - 1) % jump);
            for (var between = from + 1; between < at; between++)
                smooth[between] = smooth[from] + (smooth[at] - smooth[from]) * (between - from) / (at - from);
        }
        return smooth;
    }

    private static double At(ReadOnlySpan<double> series, int x, int window)
    {
        var size = Math.Min(window, series.Length);
        var left = Math.Clamp(x - size / 2, 0, series.Length - size);
        var reach = Math.Max(x - left, left + size - 1 - x) + (window > series.Length ? (window - series.Length) / 2 : 0);
        double weights = 0, mean = 0, meanX = 0, spread = 0, slope = 0;
        for (var i = left; i < left + size; i++)
        {
            var weight = Weight(Math.Abs(i - x), reach);
            weights += weight;
            mean += weight * series[i];
            meanX += weight * i;
        }
        (mean, meanX) = (mean / weights, meanX / weights);
        for (var i = left; i < left + size; i++)
        {
            var weight = Weight(Math.Abs(i - x), reach);
            spread += weight * (i - meanX) * (i - meanX);
            slope += weight * (i - meanX) * series[i];
        }
        return spread > 1e-9 * weights ? mean + slope / spread * (x - meanX) : mean;
    }

    private static double Weight(double distance, double reach)
    {
        var share = distance / (reach + 1);
        var fall = 1 - share * share * share;
        return fall * fall * fall;
    }
}
