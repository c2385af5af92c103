using Answerable.Analysis.Planning.Forecasts;
using NodaTime;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class CountSpreadTests
{
    private static List<DayOutcome> Outcomes(int seed, double dayVariance)
    {
        var history = CountSeries.Noisy(seed, 60, dayVariance, height: 3);
        return [.. history.Dates()
            .Select(date => new DayOutcome(date, [.. Enumerable.Range(8, 10).Select(hour => 3 * CountSeries.Shape(date, hour))], history.On(date)!))];
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.04)]
    public void The_variance_of_days_is_found_again(double variance)
    {
        var spread = CountSpread.Learn(Outcomes(21, variance))!;
        Assert.InRange(spread.DayVariance, variance * 0.75, variance * 1.25 + 0.0003);
        Assert.InRange(spread.SlotVariance, 0, 0.001);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void Intervals_of_days_to_come_hold_as_often_as_they_say(double share)
    {
        var spread = CountSpread.Learn(Outcomes(22, 0.02))!;
        var coverage = SpreadCoverage.Of(share, Outcomes(23, 0.02).Select(day => (day, spread)));
        Assert.InRange(coverage.OfSlots!.Value, share - 0.04, share + 0.04);
        Assert.InRange(coverage.OfDays!.Value, share - 0.05, share + 0.05);
    }

    [Fact]
    public void Without_a_day_of_its_own_the_interval_is_the_Poisson_one()
    {
        Assert.Equal((87, 113), new CountSpread(0, 0).Slot(100, 0.8));
        Assert.Equal((0, 0), new CountSpread(0.1, 0).Slot(0, 0.8));
    }

    [Fact]
    public void Busy_days_widen_a_days_interval_far_beyond_the_sum_of_chances()
    {
        double[] slots = [.. Enumerable.Repeat(100.0, 20)];
        var (low, high) = new CountSpread(0.01, 0).Day(slots, 0.8);
        var (chanceLow, chanceHigh) = new CountSpread(0, 0).Day(slots, 0.8);
        Assert.True(high - low > 4 * (chanceHigh - chanceLow));
    }
}
