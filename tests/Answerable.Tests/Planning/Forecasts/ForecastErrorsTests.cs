using Answerable.Analysis.Planning.Forecasts;
using MathNet.Numerics.Distributions;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class ForecastErrorsTests
{
    private static ForecastErrors Of(double[] forecast, double[] actual) =>
        forecast.Zip(actual).Aggregate(ForecastErrors.None, (sum, pair) => sum.With(pair.First, pair.Second));

    private static readonly ForecastErrors Four = Of([100, 50, 10, 2], [80, 70, 5, 1]);

    [Fact]
    public void The_worked_case_comes_out_to_the_last_digit()
    {
        Assert.Equal(46.0 / 156, Four.Wape);
        Assert.Equal(29.49, Math.Round(100 * Four.Wape!.Value, 2));
        Assert.Equal(63.39, Math.Round(100 * Four.Mape!.Value, 2));
        Assert.Equal(3.85, Math.Round(100 * Four.Bias!.Value, 2));
    }

    [Fact]
    public void An_interval_without_contacts_is_counted_as_excluded_and_never_gives_infinity()
    {
        var five = Four.With(3, 0);
        Assert.Null(five.Mape);
        Assert.Equal(1, five.Excluded);
        Assert.Equal(Four.Mape, five.MapeOfNonZero);
        Assert.Equal(31.41, Math.Round(100 * five.Wape!.Value, 2));
    }

    [Fact]
    public void Nothing_to_divide_by_is_no_figure_at_all()
    {
        Assert.Null(ForecastErrors.None.Wape);
        Assert.Null(ForecastErrors.None.Mape);
        Assert.Null(Of([0, 0], [0, 0]).Bias);
        Assert.Null(Of([0, 0], [0, 0]).PoissonFloor);
    }

    [Fact]
    public void Roll_ups_add_sums_and_never_average_percentages() =>
        Assert.Equal(Four, Of([100, 50], [80, 70]).With(Of([10, 2], [5, 1])) with { PoissonAbsolute = Four.PoissonAbsolute });

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7.5)]
    [InlineData(250)]
    public void The_Poisson_deviation_is_the_sum_over_the_distribution(double mean)
    {
        var summed = Enumerable.Range(0, 1000).Sum(k => Math.Abs(k - mean) * Poisson.PMF(mean, k));
        Assert.Equal(summed, ForecastErrors.PoissonDeviation(mean), 1e-9 * summed);
    }
}
