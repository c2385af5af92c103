using Answerable.Simulation.Distributions;
using Answerable.Simulation.Fitting;
using Answerable.Simulation.Streams;

namespace Answerable.Tests.Simulation;

public class FittingTests
{
    private static double[] Draws(Distribution law, int many = 20_000)
    {
        var stream = new StreamSource(2).Stream("sample", 0);
        return [.. Enumerable.Range(0, many).Select(_ => law.Draw(stream))];
    }

    [Fact]
    public void Likelihood_finds_the_gamma_law_again()
    {
        var law = (GammaDistribution)Fit.Gamma(Draws(new GammaDistribution(2.5, 60))).Law;
        Assert.Equal(2.5, law.Shape, 0.1);
        Assert.Equal(60, law.Scale, 2.5);
    }

    [Fact]
    public void Likelihood_finds_the_weibull_law_again()
    {
        var law = (Weibull)Fit.Weibull(Draws(new Weibull(0.7, 90))).Law;
        Assert.Equal(0.7, law.Shape, 0.02);
        Assert.Equal(90, law.Scale, 4.0);
    }

    [Fact]
    public void Likelihood_finds_the_lognormal_law_again()
    {
        var law = (Lognormal)Fit.Lognormal(Draws(new Lognormal(5, 0.8))).Law;
        Assert.Equal(5, law.Mu, 0.03);
        Assert.Equal(0.8, law.Sigma, 0.03);
    }

    [Fact]
    public void Likelihood_finds_the_two_branches_of_a_mixture_again()
    {
        var law = (HyperExponential)Fit.HyperExponential(Draws(new HyperExponential([0.7, 0.3], [40, 400]))).Law;
        Assert.Equal(0.7, law.Weights[0], 0.04);
        Assert.Equal(40, law.Means[0], 4.0);
        Assert.Equal(400, law.Means[1], 30.0);
    }

    [Fact]
    public void Likelihood_finds_the_number_of_phases_again() =>
        Assert.Equal(4, ((Erlang)Fit.Erlang(Draws(new Erlang(4, 200))).Law).Phases);

    [Fact]
    public void The_law_the_observations_came_from_is_ranked_first()
    {
        Assert.IsType<Lognormal>(Fit.All(Draws(Lognormal.WithMean(300, 1.2)))[0].Law);
        Assert.IsType<Weibull>(Fit.All(Draws(new Weibull(0.6, 90)))[0].Law);
        Assert.IsType<HyperExponential>(Fit.All(Draws(HyperExponential.WithMean(120, 6)))[0].Law);
        Assert.IsType<Deterministic>(Fit.All([30, 30, 30])[0].Law);
    }

    [Fact]
    public void Goodness_of_fit_accepts_the_true_law_and_rejects_another_of_the_same_mean()
    {
        var draws = Draws(new Exponential(100), 2000);
        var (right, wrong) = (GoodnessOfFit.Of(new Exponential(100), draws), GoodnessOfFit.Of(new Erlang(2, 100), draws));
        Assert.True(right is { KolmogorovProbability: > 0.01, AndersonDarling: < 3.9, ChiSquareProbability: > 0.01 });
        Assert.True(wrong is { KolmogorovProbability: < 0.001, AndersonDarling: > 10, ChiSquareProbability: < 0.001 });
    }

    [Fact]
    public void Patience_is_found_from_waits_that_answers_cut_short_where_the_plain_mean_is_far_off()
    {
        var (patience, answer) = (Draws(new Exponential(120)), new StreamSource(9).Stream("answers", 0));
        var waits = patience.Select(p => answer.NextExponential() * 40 is var offered && offered < p
            ? new KaplanMeier.Wait(offered, false)
            : new KaplanMeier.Wait(p, true)).ToArray();
        Assert.Equal(120, KaplanMeier.Exponential(waits).Mean, 4.0);
        Assert.True(waits.Where(w => w.Abandoned).Average(w => w.Seconds) < 40);
        foreach (var (time, still) in KaplanMeier.Survival(waits).Where(p => p.Time is > 10 and < 90))
            Assert.Equal(Math.Exp(-time / 120), still, 0.02);
        Assert.Equal(120, KaplanMeier.Law(waits).Mean, 8.0);
    }

    [Fact]
    public void Observations_that_cannot_be_fitted_are_refused_by_their_number()
    {
        Assert.Contains("Observation 2", Assert.Throws<ArgumentException>(() => Fit.All([1, -1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("Observation 3", Assert.Throws<ArgumentException>(() => Fit.All([1, 1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Fit.Gamma([1, 2]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Exponential([new KaplanMeier.Wait(5, false)]));
    }
}
