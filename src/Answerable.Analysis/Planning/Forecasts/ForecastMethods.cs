namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>The methods of the pool, the yardstick first.</summary>
public static class ForecastMethods
{
    /// <summary>Each is given its parameters once, here; none was fitted to one series.</summary>
    public static IReadOnlyList<IForecastMethod> All { get; } =
    [
        new SeasonalNaive(),
        new WithMonthTurn(new MeanOfLast()),
        new WithMonthTurn(new WeightedWeeks()),
        new WithMonthTurn(new DayTotalProfile()),
        new WithMonthTurn(new StlEts()),
        new WithMonthTurn(new HarmonicRegression()),
    ];
}
