namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// Exponential smoothing with additive errors and an optional damped trend, ETS(A,N,N) and ETS(A,Ad,N) of Hyndman, Koehler,
/// Ord and Snyder (2008). Parameters by least squares over a grid; the trend is kept only when it lowers the corrected AIC.
/// O(grid x length).
/// </summary>
internal static class ExponentialSmoothing
{
    private static readonly double[] Alphas = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.95];
    private static readonly double[] Betas = [0.01, 0.03, 0.1, 0.2];
    private static readonly double[] Dampings = [0.8, 0.9, 0.98];

    /// <summary>The next values of the series.</summary>
    public static double[] Forecast(IReadOnlyList<double> series, int steps)
    {
        var level = Alphas.Select(alpha => Run(series, alpha, 0, 1)).MinBy(fit => fit.Squares);
        if (series.Count < 12)
            return Ahead(level, steps);
        var trend = (from alpha in Alphas from beta in Betas from damping in Dampings select Run(series, alpha, beta, damping))
            .MinBy(fit => fit.Squares);
        return Ahead(Aicc(series.Count, level.Squares, 3) <= Aicc(series.Count, trend.Squares, 6) ? level : trend, steps);
    }

    private static double Aicc(int count, double squares, int parameters) =>
        count * Math.Log(Math.Max(squares, double.Epsilon) / count) + 2 * parameters + 2.0 * parameters * (parameters + 1) / Math.Max(1,
            count - parameters - 1);

    private static Fit Run(IReadOnlyList<double> series, double alpha, double beta, double damping)
    {
        var level = series.Take(5).Average();
        var (slope, squares) = (0.0, 0.0);
        foreach (var value in series)
        {
            var error = value - level - damping * slope;
            squares += error * error;
            level += damping * slope + alpha * error;
            slope = damping * slope + beta * alpha * error;
        }
        return new(level, slope, damping, squares);
    }

    private static double[] Ahead(Fit fit, int steps)
    {
        var (at, slope) = (fit.Level, fit.Slope);
        return [.. Enumerable.Range(0, steps).Select(_ => at += slope *= fit.Damping)];
    }

    private readonly record struct Fit(double Level, double Slope, double Damping, double Squares);
}
