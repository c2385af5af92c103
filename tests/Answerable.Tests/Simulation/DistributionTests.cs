using Answerable.Simulation.Distributions;
using Answerable.Simulation.Fitting;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Tests.Simulation;

public class DistributionTests
{
    private static readonly Dictionary<string, Distribution> Laws = new()
    {
        ["exponential"] = new Exponential(180),
        ["erlang"] = new Erlang(4, 200),
        ["gamma under one"] = new GammaDistribution(0.6, 100),
        ["gamma over one"] = GammaDistribution.WithMean(150, 0.5),
        ["lognormal"] = Lognormal.WithMean(300, 1.2),
        ["weibull"] = new Weibull(0.7, 90),
        ["hyperexponential"] = HyperExponential.WithMean(120, 4)
    };

    public static TheoryData<string> Names => [.. Laws.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Draws_follow_the_law(string name)
    {
        var law = Laws[name];
        var stream = new StreamSource(11).Stream(name, 0);
        var draws = Enumerable.Range(0, 50_000).Select(_ => law.Draw(stream)).ToArray();
        Assert.True(GoodnessOfFit.Of(law, draws).KolmogorovProbability > 0.001);
        var seen = Observations.Of(draws);
        Assert.InRange(seen.Mean, law.Mean - 4 * seen.StandardError, law.Mean + 4 * seen.StandardError);
        Assert.InRange(seen.Variance / law.Variance, 0.85, 1.15);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_density_is_the_slope_of_the_cumulative_share(string name)
    {
        var law = Laws[name];
        foreach (var x in new[] { 5.0, 50, 150, 400 })
        {
            var slope = (law.Cumulative(x + 1e-3) - law.Cumulative(x - 1e-3)) / 2e-3;
            Assert.Equal(slope, Math.Exp(law.LogDensity(x)), slope * 1e-5);
        }
        Assert.Equal(double.NegativeInfinity, law.LogDensity(-1));
        Assert.Equal(0, law.Cumulative(-1));
    }

    [Fact]
    public void An_empirical_law_draws_its_values_by_their_weights()
    {
        var law = new Empirical([(10.0, 1.0), (20.0, 2.0), (40.0, 5.0)]);
        Assert.Equal((1 * 10 + 2 * 20 + 5 * 40) / 8.0, law.Mean, 1e-12);
        Assert.Equal(3.0 / 8, law.Cumulative(39), 1e-12);
        var stream = new StreamSource(1).Stream("empirical", 0);
        var draws = Enumerable.Range(0, 80_000).Select(_ => law.Draw(stream)).ToArray();
        Assert.InRange(draws.Count(d => d == 10), 9_600, 10_400);
        Assert.InRange(draws.Count(d => d == 40), 49_300, 50_700);
    }

    [Fact]
    public void A_deterministic_law_never_varies()
    {
        var stream = new StreamSource(1).Stream("same", 0);
        Assert.Equal([30.0, 30.0], [new Deterministic(30).Draw(stream), new Deterministic(30).Draw(stream)]);
        Assert.Equal(0, new Deterministic(30).SquaredVariation);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Laws_refuse_means_that_are_not_positive_and_finite(double mean)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Exponential(mean));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Erlang(2, mean));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaDistribution(1, mean));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lognormal.WithMean(mean, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Weibull(1, mean));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HyperExponential([1], [mean]));
    }
}
