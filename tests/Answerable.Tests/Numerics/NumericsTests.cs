using Answerable.Simulation.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Numerics;

public sealed class NumericsTests
{
    [Theory, InlineData(1e-20), InlineData(-1e-9), InlineData(0.3), InlineData(-40), InlineData(50)]
    public void An_exponential_less_one_keeps_its_digits(double x)
    {
        var series = Enumerable.Range(1, 60).Reverse().Aggregate(0.0, (sum, k) => (1 + sum) * x / k);
        var expected = Math.Abs(x) < 1 ? series : Math.Exp(x) - 1;
        Assert.Equal(expected, Exponentials.ExpM1(x), Math.Abs(expected) * 1e-14);
    }

    [Fact]
    public void Scaled_means_agree_with_quadrature() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(-3000, 3000).Select(z => z / 100.0).ToArbitrary(), z =>
        {
            var scale = Math.Exp(-Math.Max(z, 0));
            var mean = Quadrature.Integrate(u => Math.Exp(z * u) * scale, [0, 1]);
            var moment = Quadrature.Integrate(u => u * Math.Exp(z * u) * scale, [0, 1]);
            return Math.Abs(Exponentials.ScaledMean(z) - mean) < 1e-12 * mean
                && Math.Abs(Exponentials.ScaledFirstMoment(z) - moment) < 1e-11 * moment;
        }));

    [Fact]
    public void A_narrow_peak_between_the_nodes_is_found() =>
        Assert.Equal(1, Quadrature.Integrate(x => Math.Exp(-0.5 * x * x / 1e-6) / Math.Sqrt(2e-6 * Math.PI), [-1, -0.01, 0.01, 1]), 12);

    private static readonly Gen<StateSpace<int>> Chains =
        from states in Gen.Choose(2, 12)
        from rates in Gen.Choose(-20, 20).ListOf(states * states)
        select Space(states, rates);

    /// <summary>A ring, so that every state can be reached, with whatever other transitions fall positive.</summary>
    private static StateSpace<int> Space(int states, List<int> rates) =>
        StateSpace.Explore(Enumerable.Range(0, states), (state, go) =>
        {
            go((state + 1) % states, 0.5);
            foreach (var other in Enumerable.Range(0, states).Where(other => other != state))
                go(other, Math.Max(0, rates[state * states + other]) / 7.0);
        }, states)!;

    [Fact]
    public void A_steady_state_is_in_balance_and_time_leads_to_it() => Check.QuickThrowOnFailure(
        Prop.ForAll(Chains.ToArbitrary(), space =>
        {
            var steady = SteadyState.Solve(space.Chain)!;
            double[] start = [1, .. new double[space.Chain.States - 1]];
            var passage = Uniformisation.Advance(space.Chain, start, 400);
            var stays = Uniformisation.Advance(space.Chain, steady, 3);
            return Math.Abs(steady.Sum() - 1) < 1e-14 && Far(steady, passage.AtEnd) < 1e-10 && Far(steady, stays.AtEnd) < 1e-13
                && Math.Abs(passage.SecondsIn.Sum() - 400) < 1e-9;
        }));

    [Fact]
    public void A_chain_in_two_parts_has_no_single_steady_state()
    {
        var parts = StateSpace.Explore([0, 2], (state, go) => go(state ^ 1, 1), 4)!;
        Assert.Throws<InvalidOperationException>(() => SteadyState.Solve(parts.Chain));
    }

    [Fact]
    public void A_band_beyond_its_budget_is_not_solved() =>
        Assert.Null(SteadyState.Solve(StateSpace.Explore([0], (state, go) => go((state + 1) % 100, 1), 100)!.Chain, 50));

    private static double Far(double[] one, double[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Max();
}
