using Answerable.Analysis.Planning.Erlang;
using Answerable.Analysis.Planning.Markov;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Planning.Markov;

public sealed class TransientDayTests
{
    private static readonly double[] Calls = [120, 180, 260, 320, 300, 260, 220, 240, 280, 260, 220, 160];
    private static readonly int[] Agents = [8, 10, 14, 17, 16, 14, 12, 12, 15, 14, 12, 9];

    /// <summary>Day totals published beside the reference days: as planned, and with demand doubled for an hour.</summary>
    [Theory, InlineData(1, 0.0724), InlineData(2, 0.2016)]
    public void A_surge_costs_the_day_what_it_is_known_to(double surge, double abandonment)
    {
        var day = new TransientDay(180, 240, 1800, ShiftEnd.Exhaustive);
        var lived = Calls.Select((calls, i) => day.Next(new TransientInterval(calls * (i is 4 or 5 ? surge : 1), Agents[i]))!.Value).ToList();
        Assert.Equal(abandonment, lived.Sum(half => half.Abandons) / lived.Sum(half => half.Offered), 4);
    }

    [Fact]
    public void A_day_without_change_settles_at_erlang_A()
    {
        var day = new TransientDay(180, 300, 3600, ShiftEnd.Preempt);
        TransientFigures last = default;
        for (var hour = 0; hour < 12; hour++)
            last = day.Next(new TransientInterval(200, 14))!.Value;
        var steady = ErlangA.Figures(new Load(200, 180), 14, 300, null);
        Close.To(steady.Waits!.Value, last.Waits, 1e-10, "p_wait");
        Close.To(steady.MeanQueue!.Value, last.QueueAtEnd, 1e-10, "queue");
    }

    [Fact]
    public void Every_contact_that_comes_is_finished_gone_or_still_there() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(20),
        Prop.ForAll(
            Gen.Choose(0, 300).ListOf(5).ToArbitrary(), Gen.Choose(0, 15).ListOf(5).ToArbitrary(), Gen.Elements(Enum.GetValues<ShiftEnd>())
                .ToArbitrary(),
            (calls, agents, shiftEnd) =>
            {
                var day = new TransientDay(200, 150, 900, shiftEnd);
                var lived = calls.Zip(agents, (call, agent) => day.Next(new TransientInterval(call, agent))!.Value).ToList();
                return Math.Abs(
                    lived.Sum(half => half.Offered - half.Abandons - half.Completions) - lived[^1].QueueAtEnd - lived[^1].BusyAtEnd) < 1e-9;
            }));

    [Fact]
    public void Finishing_a_contact_after_the_shift_never_loses_more_than_handing_it_back()
    {
        var abandons = Enum.GetValues<ShiftEnd>().Select(shiftEnd =>
        {
            var day = new TransientDay(180, 240, 1800, shiftEnd);
            return Calls.Zip(Agents, (calls, agents) => day.Next(new TransientInterval(calls, agents))!.Value.Abandons).Sum();
        }).ToList();
        Assert.True(abandons[0] < abandons[1]);
    }

    [Fact]
    public void A_closed_centre_stays_empty()
    {
        var lived = new TransientDay(180, 240, 1800, ShiftEnd.Exhaustive).Next(new TransientInterval(0, 0));
        Assert.Equal((0, 0, 0), (lived!.Value.Offered, lived.Value.MeanQueue, lived.Value.BusyAtEnd));
    }

    [Fact]
    public void Impossible_intervals_and_times_are_told_by_their_field()
    {
        Assert.Contains(new TransientInterval(double.NaN, 1).Faults(), fault => fault.Field == "calls_per_hour");
        Assert.Contains(new TransientInterval(1, -1).Faults(), fault => fault.Field == "agents");
        Assert.Contains(TransientDay.Faults(0, 240, 1800), fault => fault.Field == "aht_s");
        Assert.Throws<InvalidOperationException>(() => new TransientDay(180, -1, 1800, ShiftEnd.Exhaustive));
    }

    [Fact]
    public void A_day_too_large_to_compute_has_no_figures_rather_than_no_end() =>
        Assert.Null(new TransientDay(180, 240, 1800, ShiftEnd.Exhaustive).Next(new TransientInterval(1e7, 100_000)));
}
