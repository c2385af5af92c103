using Answerable.Simulation.Arrivals;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Tests.Simulation;

public class ArrivalTests
{
    [Fact]
    public void Counts_follow_a_rate_that_changes_and_starts_over()
    {
        var counts = Days(new RateProfile([0, 10.0 / 3600, 40.0 / 3600, 0], 3600), null, days: 3000);
        Assert.Equal(0, counts.Sum(d => d[0] + d[3]));
        Assert.Equal(10, counts.Average(d => d[1]), 0.25);
        Assert.Equal(40, counts.Average(d => d[2]), 0.5);
        Assert.Equal(1, Observations.Of(counts.Select(d => (double)d[2])).Variance / 40, 0.12);
    }

    [Fact]
    public void Busy_days_spread_counts_as_the_negative_binomial_does()
    {
        var counts = Days(new RateProfile([10.0 / 3600, 40.0 / 3600], 3600), new Busyness(0.3, 7200), days: 6000);
        var second = Observations.Of(counts.Select(d => (double)d[1]));
        Assert.Equal(40, second.Mean, 1.0);
        Assert.Equal(40 + 0.3 * 0.3 * 1600, second.Variance, 15.0);
        var covariance = counts.Average(d => (d[0] - 10.0) * (d[1] - 40.0));
        Assert.Equal(0.09 * 400, covariance, 6.0);
    }

    [Fact]
    public void Nothing_ever_comes_at_no_rate() =>
        Assert.Equal(double.PositiveInfinity, new ArrivalProcess(RateProfile.Constant(0), new StreamSource(1).Stream("none", 0)).Next());

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Rates_that_are_no_rates_are_refused(double rate)
    {
        Assert.Throws<ArgumentException>(() => RateProfile.Constant(rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Busyness(rate, 60));
    }

    private static int[][] Days(RateProfile profile, Busyness? busyness, int days)
    {
        var source = new StreamSource(8);
        var process = new ArrivalProcess(profile, source.Stream("gaps", 0), busyness, source.Stream("busyness", 0));
        var steps = profile.At(2) == profile.At(0) ? 2 : 4;
        var counts = Enumerable.Range(0, days).Select(_ => new int[steps]).ToArray();
        for (var time = process.Next(); time < days * steps * 3600.0; time = process.Next())
            counts[(int)(time / 3600) / steps][(int)(time / 3600) % steps]++;
        return counts;
    }
}
