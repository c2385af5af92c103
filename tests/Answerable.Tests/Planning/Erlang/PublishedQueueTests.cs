using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Tests.Planning.Erlang;

/// <summary>Values that others published, and what is said of queues that have none.</summary>
public sealed class PublishedQueueTests
{
    [Theory, InlineData(10, 17, 0.012949), InlineData(1, 1, 0.5), InlineData(1, 2, 0.2), InlineData(10, 16, 0.022302)]
    public void Erlang_B_blocks_as_published(double erlangs, int agents, double published) =>
        Assert.Equal(published, ErlangB.Blocking(erlangs, agents), 6);

    [Theory, InlineData(13, 17.1162271821896, true), InlineData(11, 122.78127684408, false)]
    public void Erlang_C_answers_as_published(int agents, double speedOfAnswer, bool meetsTarget)
    {
        var figures = ErlangC.Figures(new Load(200, 180), agents, 20);
        Assert.Equal(speedOfAnswer, figures.SpeedOfAnswerSeconds!.Value, 8);
        Assert.Equal(meetsTarget, figures.ServiceLevels!.Value.OfOffered > 0.79);
    }

    [Fact]
    public void The_definitions_of_service_level_differ_by_seven_points_on_one_queue()
    {
        var figures = ErlangA.Figures(new Load(210, 180), 9, 300, 20);
        var levels = figures.ServiceLevels!.Value;
        Assert.Equal(56.6184, figures.MeanWaitSeconds!.Value, 4);
        Assert.Equal((0.3021, 0.3724, 0.3501, 0.3173), (Math.Round(levels.OfOffered, 4), Math.Round(levels.OfAnswered, 4),
            Math.Round(levels.AbandonsCountedIn!.Value, 4), Math.Round(levels.AbandonsInTimeExcluded!.Value, 4)));
    }

    [Fact]
    public void How_patience_is_spread_matters_as_much_as_its_mean()
    {
        var load = new Load(2880, 60);
        Assert.Equal(0.0309, ErlangA.Figures(load, 50, 120, 20).Abandons!.Value, 4);
        Assert.Equal(0.0005, FixedPatience.Figures(load, 50, 120, 20).Abandons!.Value, 4);
        Assert.Equal(0.0005, GeneralPatience.Figures(load, 50, Patience.Steps([(120, 0)]), 20).Abandons!.Value, 4);
    }

    [Fact]
    public void A_weibull_patience_of_shape_one_is_exponential() =>
        Close.To(ErlangA.Figures(new Load(720, 240), 46, 180, 15).SpeedOfAnswerSeconds!.Value,
            GeneralPatience.Figures(new Load(720, 240), 46, Patience.Weibull(1, 180), 15).SpeedOfAnswerSeconds, 1e-9, "speed of answer");

    [Theory, InlineData(0.5), InlineData(0.8), InlineData(1), InlineData(1.7), InlineData(4)]
    public void A_weibull_patience_within_any_wait_is_what_its_survival_adds_up_to(double shape)
    {
        var (closed, summed) = (Patience.Weibull(shape, 180), Patience.Of(v => Math.Exp(-Math.Pow(v / 180, shape)), [], 180));
        Assert.All((double[])[1e-3, 1, 20, 90, 179, 181, 400, 2_000, 40_000], wait =>
            Close.To(summed.MeanWithin(wait), closed.MeanWithin(wait), 1e-11, $"{wait} s"));
        Assert.Equal(0, closed.MeanWithin(0));
    }

    [Fact]
    public void Patience_of_many_steps_comes_close_to_the_curve_they_follow()
    {
        var steps = Enumerable.Range(1, 4000).Select(step => (step * 0.5, Math.Exp(-(step + 0.5) * 0.5 / 180))).ToList();
        Close.To(ErlangA.Figures(new Load(720, 240), 46, 180, 15).Abandons!.Value,
            GeneralPatience.Figures(new Load(720, 240), 46, Patience.Steps(steps), 15).Abandons, 1e-3, "abandonment");
    }

    [Fact]
    public void Contacts_that_never_leave_and_outnumber_the_agents_have_no_steady_state()
    {
        var overload = new QueueDesign(QueueFamily.C, new Load(200, 180), 10, TargetSeconds: 20);
        Assert.Contains("no steady state", Assert.Single(overload.Faults()).Sentence);
        Assert.Throws<InvalidOperationException>(() => overload.Figures());
        Assert.False(GeneralPatience.IsStable(overload.Load, 4, Patience.Steps([(60, 0.5)])));
        Assert.True(GeneralPatience.IsStable(overload.Load, 6, Patience.Steps([(60, 0.5)])));
    }

    [Theory, InlineData(-1, 180, 14, "calls_per_hour"), InlineData(double.NaN, 180, 14, "calls_per_hour"),
        InlineData(200, double.PositiveInfinity, 14, "aht_s"), InlineData(200, -180, 14, "aht_s"), InlineData(200, 180, 0, "agents"),
        InlineData(200, 180, -3, "agents"), InlineData(200, 180, 1_000_000, "agents")]
    public void Impossible_numbers_are_told_by_their_field(double calls, double handling, int agents, string field) =>
        Assert.All(Enum.GetValues<QueueFamily>(), family => Assert.Contains(
            new QueueDesign(family, new Load(calls, handling), agents, null, 20, 300).Faults(), fault => fault.Field == field));

    [Theory, InlineData(1e7, 1e5, 100_000, 30), InlineData(1e-6, 1, 1, 2_000_000), InlineData(9_999_999, 86_400, 1, 3_000),
        InlineData(60_000, 300, 2_500, 500_000)]
    public void The_largest_and_the_smallest_queues_have_figures_too(double calls, double handling, int agents, double patience)
    {
        var figures = new QueueDesign(QueueFamily.A, new Load(calls, handling), agents, null, 20, patience).Figures();
        Assert.InRange(figures.Abandons!.Value, 0, 1);
        Assert.InRange(figures.ServiceLevels!.Value.OfOffered, 0, 1);
        Assert.InRange(figures.MeanWaitSeconds!.Value, 0, patience);
    }
}
