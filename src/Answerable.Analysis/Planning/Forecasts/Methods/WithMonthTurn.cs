namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>A method that sees days freed of their place in the month, and whose forecasts have it laid over them again.</summary>
public sealed class WithMonthTurn(IForecastMethod inner) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public double Prior => inner.Prior;

    /// <inheritdoc/>
    public double[][] Forecast(CleanHistory past, IReadOnlyList<TargetDay> ahead)
    {
        var turn = MonthTurn.Of(past.Days);
        var freed = past.With(day => day with { Counts = Scaled(day.Counts, 1 / turn.FactorOn(day.Date)) });
        return [.. inner.Forecast(freed, ahead).Select((counts, at) => Scaled(counts, turn.FactorOn(ahead[at].Date)))];
    }

    private static double[] Scaled(double[] counts, double factor) => [.. counts.Select(count => count * factor)];
}
