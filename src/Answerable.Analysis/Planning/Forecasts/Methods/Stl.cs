namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// Seasonal and trend decomposition by loess (Cleveland, Cleveland, McRae and Terpenning 1990), inner loop, two passes, no
/// robustness weights: special days have been cleaned before. Series = Season + Trend + rest.
/// </summary>
internal sealed class Stl
{
    private const int Passes = 2;

    private Stl(double[] season, double[] trend) => (Season, Trend) = (season, trend);

    public double[] Season { get; }
    public double[] Trend { get; }

    public static Stl Of(double[] series, int period, int seasonWindow)
    {
        var trend = new double[series.Length];
        var season = new double[series.Length];
        var trendWindow = Odd(1.5 * period / (1 - 1.5 / seasonWindow));
        for (var pass = 0; pass < Passes; pass++)
        {
            var cycles = Cycles([.. series.Zip(trend, (value, t) => value - t)], period, seasonWindow);
            var low = Loess.Smooth(LowPass(cycles, period), Odd(period), 0, series.Length);
            for (var i = 0; i < series.Length; i++)
                season[i] = cycles[i + period] - low[i];
            trend = Loess.Smooth(series.Zip(season, (value, s) => value - s).ToArray(), trendWindow, 0, series.Length);
        }
        return new(season, trend);
    }

    private static int Odd(double least) => (int)Math.Ceiling(least) | 1;

    /// <summary>Each phase smoothed along the periods and drawn out by one period on both sides.</summary>
    private static double[] Cycles(double[] detrended, int period, int window)
    {
        var drawn = new double[detrended.Length + 2 * period];
        for (var phase = 0; phase < period; phase++)
        {
            var own = Enumerable.Range(0, (detrended.Length - phase + period - 1) / period)
                .Select(place => detrended[phase + place * period]).ToArray();
            var smooth = Loess.Smooth(own, window, -1, own.Length + 2);
            for (var i = 0; i < smooth.Length; i++)
                drawn[phase + i * period] = smooth[i];
        }
        return drawn;
    }

    private static double[] LowPass(double[] series, int period) => Moving(Moving(Moving(series, period), period), 3);

    private static double[] Moving(double[] series, int length)
    {
        var means = new double[series.Length - length + 1];
        var sum = series.Take(length).Sum();
        for (var i = 0; ; i++)
        {
            means[i] = sum / length;
            if (i + length >= series.Length)
                return means;
            sum += series[i + length] - series[i];
        }
    }
}
