using Answerable.Simulation.Distributions;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Simulation;

public class StatisticsTests
{
    private static readonly Arbitrary<int[]> Numbers = Gen.ArrayOf(Gen.Choose(-1000, 1000)).Where(a => a.Length > 1).ToArbitrary();

    [Fact]
    public void Observations_merged_from_parts_equal_the_whole() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Numbers, numbers =>
        {
            var values = numbers.Select(n => (double)n).ToArray();
            var merged = Observations.Of(values[..(values.Length / 3)]);
            merged.Add(Observations.Of(values[(values.Length / 3)..]));
            var whole = Observations.Of(values);
            var mean = values.Average();
            var variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
            return Near(merged.Mean, mean) && Near(merged.Variance, variance) && Near(whole.Variance, variance)
                && merged.Minimum == values.Min() && merged.Maximum == values.Max() && merged.Count == values.Length;
        }));

    [Fact]
    public void A_level_is_weighted_by_how_long_it_held()
    {
        var queue = new TimeWeighted();
        queue.Set(10, 3);
        queue.Add(20, -1);
        Assert.Equal(3 * 10 + 2 * 5, queue.Area(25), 1e-12);
        queue.Restart(25);
        Assert.Equal(2 * 5, queue.Area(30), 1e-12);
        Assert.Equal(2, queue.Level);
    }

    [Fact]
    public void Quantiles_of_a_histogram_are_within_its_bucket_width()
    {
        var histogram = new WaitHistogram();
        var stream = new StreamSource(1).Stream("waits", 0);
        var law = new Exponential(100);
        for (var i = 0; i < 100_000; i++)
            histogram.Add(law.Draw(stream));
        foreach (var p in new[] { 0.1, 0.5, 0.9, 0.99 })
            Assert.Equal(1, histogram.Quantile(p)!.Value / (-100 * Math.Log(1 - p)), 0.05);
        histogram.AddZeros(100_000);
        Assert.Equal(0, histogram.Quantile(0.5));
        Assert.Null(new WaitHistogram().Quantile(0.5));
    }

    [Fact]
    public void Quantiles_of_the_known_laws_are_those_of_the_tables()
    {
        Assert.Equal(1.959963984540054, Quantiles.Normal(0.975), 1e-9);
        Assert.Equal(2.2281388519649385, Quantiles.Student(0.975, 10), 1e-8);
        Assert.Equal(-2.2281388519649385, Quantiles.Student(0.025, 10), 1e-8);
        Assert.Equal(18.307038053275146, Quantiles.ChiSquare(0.95, 10), 1e-8);
        Assert.Equal(0.57236494292470009, SpecialFunctions.LogGamma(0.5), 1e-12);
        Assert.Equal(-0.57721566490153286, SpecialFunctions.Digamma(1), 1e-12);
        Assert.Equal(Math.PI * Math.PI / 6, SpecialFunctions.Trigamma(1), 1e-11);
    }

    [Fact]
    public void The_guarded_error_is_rarely_below_the_true_one()
    {
        var stream = new StreamSource(6).Stream("guard", 0);
        var below = Enumerable.Range(0, 4000)
            .Count(_ => Estimate.OfMean([.. Enumerable.Range(0, 20).Select(_ => stream.NextNormal())]).GuardedError < 1 / Math.Sqrt(20));
        Assert.InRange(below, 15, 70);
    }

    [Fact]
    public void A_ratios_interval_covers_it_as_often_as_it_says()
    {
        var stream = new StreamSource(12).Stream("ratio", 0);
        var covered = Enumerable.Range(0, 2000).Count(_ =>
        {
            var below = Enumerable.Range(0, 30).Select(_ => 50 + 10 * stream.NextNormal()).ToArray();
            var above = below.Select(x => 0.2 * x + stream.NextNormal()).ToArray();
            var ratio = Estimate.OfRatio(above, below);
            return Math.Abs(ratio.Value - 0.2) <= ratio.HalfWidth();
        });
        Assert.InRange(covered / 2000.0, 0.93, 0.97);
        Assert.True(double.IsNaN(Estimate.OfRatio([0, 0], [0, 0]).Value));
    }

    [Fact]
    public void Batch_means_allow_for_correlation_and_say_when_batches_are_too_short()
    {
        var series = Correlated(0.95, 40_000, 13);
        var plain = Observations.Of(series).StandardError;
        var batched = BatchMeans.Of(series);
        Assert.True(batched.Independent);
        Assert.InRange(batched.Mean.StandardError / plain, 4, 9);
        Assert.False(BatchMeans.Of(series, 8000).Independent);
        Assert.Throws<ArgumentException>(() => BatchMeans.Of(new double[5]));
    }

    [Fact]
    public void The_warm_up_is_found_and_a_run_that_never_settles_is_told()
    {
        var series = Correlated(0.5, 2000, 14);
        for (var i = 0; i < 300; i++)
            series[i] += 20 * (1 - i / 300.0);
        Assert.InRange(WarmUp.Detect(series)!.Value, 200, 400);
        Assert.Null(WarmUp.Detect(Enumerable.Range(0, 1000).Select(i => (double)i).ToArray()));
    }

    [Fact]
    public void Common_chance_shows_a_difference_that_independent_runs_hide()
    {
        var stream = new StreamSource(15).Stream("pairs", 0);
        var first = Enumerable.Range(0, 30).Select(_ => 100 * stream.NextNormal()).ToArray();
        var second = first.Select(f => f + 5 + stream.NextNormal()).ToArray();
        var compared = PairedComparison.Of(first, second);
        Assert.Equal(5, compared.Difference.Value, 1.0);
        Assert.True(compared.PValue < 1e-6 && compared.UnpairedError > 20 * compared.Difference.StandardError);
        Assert.Throws<ArgumentException>(() => PairedComparison.Of(first, second[..10]));
    }

    private static double[] Correlated(double correlation, int many, long seed)
    {
        var stream = new StreamSource(seed).Stream("series", 0);
        var value = 0.0;
        return [.. Enumerable.Range(0, many).Select(_ => value = correlation * value + stream.NextNormal())];
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(b));
}
