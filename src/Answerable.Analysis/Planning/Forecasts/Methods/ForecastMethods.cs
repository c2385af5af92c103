namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>The methods of the pool, the yardstick first.</summary>
public static class ForecastMethods
{
    /// <summary>
    /// Each is given its parameters once; none was fitted to one series. What each weighs beforehand was settled on the first 120 days of the
    /// bank series, over all windows of 6, 12 and 24 origins: few things learned from many counts (a day's total, a shape) count most, and
    /// weights sharper than these did worse, because the method best last month is seldom the best next month.
    /// </summary>
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
