namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// How far forecasts lay from what came, as additive sums, so that any roll-up is exact. WAPE = sum |F - A| / sum A;
/// bias = (sum F - sum A) / sum A; MAPE = mean of |F - A| / A over intervals with A &gt; 0, the excluded ones counted. The
/// Poisson floor is the WAPE a perfect forecast of the mean would still have if counts were Poisson about it: by definition
/// sum E|X - F| / sum F. All as shares (0.05 is 5 %); null when there is nothing to divide by.
/// </summary>
public sealed record ForecastErrors(
    int Intervals, double Forecast, double Actual, double Absolute, double RelativeSum, int Excluded, double PoissonAbsolute)
{
    /// <summary>Nothing compared yet.</summary>
    public static ForecastErrors None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Weighted absolute percentage error.</summary>
    public double? Wape => Actual > 0 ? Absolute / Actual : null;

    /// <summary>Mean absolute percentage error of the intervals with contacts, provided none had to be excluded.</summary>
    public double? Mape => Excluded == 0 ? MapeOfNonZero : null;

    /// <summary>The same over the intervals with contacts, however many others were excluded.</summary>
    public double? MapeOfNonZero => Intervals > Excluded ? RelativeSum / (Intervals - Excluded) : null;

    /// <summary>Positive when forecasts were too high.</summary>
    public double? Bias => Actual > 0 ? (Forecast - Actual) / Actual : null;

    /// <summary>The WAPE below which only luck goes.</summary>
    public double? PoissonFloor => Forecast > 0 ? PoissonAbsolute / Forecast : null;

    /// <summary>With one more interval.</summary>
    public ForecastErrors With(double forecast, double actual) => new(
        Intervals + 1, Forecast + forecast, Actual + actual, Absolute + Math.Abs(forecast - actual),
        RelativeSum + (actual > 0 ? Math.Abs(forecast - actual) / actual : 0), Excluded + (actual > 0 ? 0 : 1),
        PoissonAbsolute + PoissonDeviation(forecast));

    /// <summary>With all intervals of another.</summary>
    public ForecastErrors With(ForecastErrors other) => new(
        Intervals + other.Intervals, Forecast + other.Forecast, Actual + other.Actual, Absolute + other.Absolute,
        RelativeSum + other.RelativeSum, Excluded + other.Excluded, PoissonAbsolute + other.PoissonAbsolute);

    /// <summary>E|X - m| of a Poisson X of mean m: 2 exp(-m) m^(k+1) / k! with k = floor(m) (Crow 1958).</summary>
    public static double PoissonDeviation(double mean) => mean <= 0
        ? 0
        : 2 * Math.Exp((Math.Floor(mean) + 1) * Math.Log(mean) - mean - MathNet.Numerics.SpecialFunctions.GammaLn(Math.Floor(mean) + 1));
}
