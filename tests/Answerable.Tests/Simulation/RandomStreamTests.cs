using Answerable.Simulation.Distributions;
using Answerable.Simulation.Fitting;
using Answerable.Simulation.Streams;

namespace Answerable.Tests.Simulation;

public class RandomStreamTests
{
    [Fact]
    public void The_generator_gives_the_published_numbers()
    {
        var stream = new RandomStream(1, 2, 3, 4);
        ulong[] published =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360,
            607988272756665600, 16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576
        ];
        Assert.Equal(published, Enumerable.Range(0, published.Length).Select(_ => stream.NextBits()));
    }

    [Fact]
    public void Jumping_then_drawing_equals_drawing_then_jumping()
    {
        var (first, second) = (new RandomStream(5, 6, 7, 8), new RandomStream(5, 6, 7, 8));
        first.Jump();
        for (var i = 0; i < 1000; i++)
        {
            first.NextBits();
            second.NextBits();
        }
        second.Jump();
        Assert.Equal(first.NextBits(), second.NextBits());
        Assert.NotEqual(first.NextBits(), new RandomStream(5, 6, 7, 8).NextBits());
    }

    [Fact]
    public void The_same_seed_purpose_and_replication_give_the_same_stream_and_any_other_another()
    {
        var source = new StreamSource(42);
        var first = source.Stream("handling", 3).NextBits();
        Assert.Equal(first, source.Stream("handling", 3).NextBits());
        Assert.NotEqual(first, source.Stream("handling", 4).NextBits());
        Assert.NotEqual(first, source.Stream("patience", 3).NextBits());
        Assert.NotEqual(first, new StreamSource(43).Stream("handling", 3).NextBits());
    }

    [Fact]
    public void Streams_of_neighbouring_replications_are_uncorrelated()
    {
        var source = new StreamSource(1);
        var correlation = Enumerable.Range(0, 200).Sum(r =>
        {
            var (a, b) = (source.Stream("calls", r), source.Stream("calls", r + 1));
            return Enumerable.Range(0, 500).Sum(_ => (a.NextUniform() - 0.5) * (b.NextUniform() - 0.5)) * 12;
        }) / 100_000;
        Assert.InRange(correlation, -4 / Math.Sqrt(100_000), 4 / Math.Sqrt(100_000));
    }

    [Fact]
    public void Exponential_draws_follow_their_law_far_into_the_tail()
    {
        var stream = new StreamSource(3).Stream("exponential", 0);
        var draws = Enumerable.Range(0, 400_000).Select(_ => stream.NextExponential()).ToArray();
        Assert.True(GoodnessOfFit.Of(new Exponential(1), draws).KolmogorovProbability > 0.001);
        var beyond = draws.Count(d => d > 7.697);
        Assert.InRange(beyond, 400_000 * Math.Exp(-7.697) - 60, 400_000 * Math.Exp(-7.697) + 60);
    }

    [Fact]
    public void Normal_draws_follow_their_law_on_both_sides()
    {
        var stream = new StreamSource(4).Stream("normal", 0);
        var draws = Enumerable.Range(0, 400_000).Select(_ => stream.NextNormal()).ToArray();
        Assert.True(GoodnessOfFit.Of(new Lognormal(0, 1), draws.Select(Math.Exp)).KolmogorovProbability > 0.001);
        Assert.InRange(draws.Average(d => d * d * d * d), 2.9, 3.1);
        Assert.InRange(draws.Count(d => Math.Abs(d) > 3.6541528853610088), 400_000 * 2.58e-4 - 40, 400_000 * 2.58e-4 + 40);
    }

    [Fact]
    public void Whole_numbers_below_a_limit_are_equally_likely()
    {
        var stream = new StreamSource(5).Stream("dice", 0);
        var counts = new int[6];
        for (var i = 0; i < 60_000; i++)
            counts[stream.Below(6)]++;
        Assert.All(counts, c => Assert.InRange(c, 9_600, 10_400));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Below(0));
    }

    [Fact]
    public void A_stream_cannot_start_from_nothing() => Assert.Throws<ArgumentException>(() => new RandomStream(0, 0, 0, 0));
}
