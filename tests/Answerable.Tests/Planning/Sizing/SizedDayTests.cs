using Answerable.Analysis.Planning.Erlang;
using Answerable.Analysis.Planning.Sizing;
using Answerable.Simulation.Replications;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Planning.Sizing;

public sealed class SizedDayTests
{
    private static readonly SizingKnobs Knobs = new();

    /// <summary>Ten hours with two peaks.</summary>
    private static DayCurve Day(double height) =>
        new(480, [.. Enumerable.Range(0, 40).Select(quarter => height * (1 + 0.6 * Math.Sin(quarter / 4.0)))]);

    [Fact]
    public void Every_quarter_hour_attains_the_target_with_the_fewest_agents()
    {
        foreach (var quarter in SizedDay.Of(Day(25), Knobs).Quarters)
        {
            Assert.True(quarter.Figures!.ServiceLevels!.Value.OfOffered >= 0.8);
            var fewer = ErlangA.Figures(new Load(quarter.Contacts * 4, 240), quarter.Required.Agents - 1, 180, 20);
            Assert.True(fewer.ServiceLevels!.Value.OfOffered < 0.8);
        }
    }

    [Fact]
    public void Shifts_put_at_least_the_required_agents_at_work_and_pay_is_grossed_up_by_division()
    {
        var day = SizedDay.Of(Day(25), Knobs);
        Assert.All(day.Quarters, quarter => Assert.True(quarter.AtWork >= quarter.Required.Agents));
        var worked = day.Cover!.Worked.Sum(worked => worked.Heads * worked.Shift.Kind.PaidIntervals) / 2.0;
        Assert.Equal(worked / 0.7, day.PaidHours, 9);
        Assert.Equal(day.PaidHours * 14, day.Cost, 9);
    }

    [Theory]
    [InlineData(8, 32)]
    [InlineData(16, 28)]
    [InlineData(0, 12)]
    public void Nobody_is_put_at_work_before_a_short_day_opens_nor_after_it_closes(int opens, int closes)
    {
        var open = Enumerable.Range(0, 40).Select(quarter => quarter >= opens && quarter < closes).ToArray();
        var slots = open.Select((opened, quarter) => opened && quarter > opens + 1 ? 20.0 : 0).ToArray();
        var day = SizedDay.Of(DayCurve.OfSlots(480, 15, slots, open: open), Knobs);
        Assert.All(day.Quarters, quarter => Assert.True(quarter.AtWork >= quarter.Required.Agents));
        Assert.All(day.Cover!.Worked, worked => Assert.InRange(worked.Shift.Start * 2, opens, closes));
        Assert.All(day.Cover!.Worked, worked => Assert.InRange(worked.Shift.End * 2, opens, closes));
    }

    [Fact]
    public void More_of_anything_hard_never_needs_fewer_people() =>
        Prop.ForAll(Gen.Choose(1, 60).ToArbitrary(), Gen.Choose(0, 50).ToArbitrary(), (height, more) =>
        {
            var usual = Required(Day(height), Knobs);
            return Required(Day(height), Knobs with { DemandChange = more / 100.0 }) >= usual
                && Required(Day(height), Knobs with { HandlingSeconds = 240 + more }) >= usual
                && Required(Day(height), Knobs with { Service = Knobs.Service with { Level = 0.8 + more / 300.0 } }) >= usual
                && Required(Day(height), Knobs with { Occupancy = 0.95 - more / 100.0 }) >= usual;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static int Required(DayCurve curve, SizingKnobs knobs) => SizedDay.Of(curve, knobs).Quarters.Sum(quarter => quarter.Required.Agents);

    [Fact]
    public void A_days_figures_are_weighted_by_contacts_and_a_quiet_day_has_none()
    {
        var erlang = SizedDay.Of(Day(25), Knobs).Erlang();
        Assert.Equal(Day(25).Total, erlang.Contacts, 9);
        Assert.InRange(erlang.ServiceLevel!.Value, 0.8, 1);
        var closed = SizedDay.Of(new DayCurve(0, new double[40]), Knobs);
        Assert.Null(closed.Erlang().ServiceLevel);
        Assert.Equal(0, closed.PaidHours);
    }

    [Fact]
    public void Simulation_and_Erlang_agree_on_a_flat_day()
    {
        var flat = new DayCurve(0, [.. Enumerable.Repeat(100.0, 96)]);
        var day = SizedDay.Of(flat, Knobs with { HandlingSeconds = 60, PatienceSeconds = 60 });
        var simulated = RehearsedDay.Of(day, 3, 60, new ReplicationPlan(Cancellation: TestContext.Current.CancellationToken)).Value;
        // Three half-widths and the quarter-hour it takes to fill from empty.
        Assert.InRange(simulated.ServiceLevel.Value!.Value - day.Erlang().ServiceLevel!.Value, -3 * simulated.ServiceLevel.HalfWidth!.Value - 0.002,
            3 * simulated.ServiceLevel.HalfWidth!.Value + 0.005);
        Assert.InRange(simulated.Abandoned.Value!.Value / day.Erlang().Abandoned!.Value, 0.9, 1.1);
        Assert.InRange(simulated.Contacts.Value!.Value, 9_500, 9_700);
    }

    [Fact]
    public void A_rehearsal_with_one_seed_is_the_same_on_one_thread_and_on_two()
    {
        var day = SizedDay.Of(Day(25), Knobs with { DaysVary = true });
        var one = RehearsedDay.Of(day, 5, 20, new ReplicationPlan(1)).Value;
        var two = RehearsedDay.Of(day, 5, 20, new ReplicationPlan(2)).Value;
        Assert.Equal(one.ServiceLevel, two.ServiceLevel);
        Assert.Equal(one.Quarters, two.Quarters);
    }

    [Fact]
    public void Days_that_vary_widen_the_interval()
    {
        var curve = Day(40) with { DayVariance = 0.04 };
        var alike = RehearsedDay.Of(SizedDay.Of(curve, Knobs), 5, 60, new ReplicationPlan()).Value;
        var varied = RehearsedDay.Of(SizedDay.Of(curve, Knobs with { DaysVary = true }), 5, 60, new ReplicationPlan()).Value;
        Assert.True(varied.ServiceLevel.HalfWidth > 2 * alike.ServiceLevel.HalfWidth);
        Assert.True(varied.ServiceLevel.Value < alike.ServiceLevel.Value);
    }

    [Theory]
    [InlineData(double.NaN, 240, 180, 0.3, "demand must be from -99 % to +900 %, not NaN %")]
    [InlineData(0, -1, 180, 0.3, "aht must be above zero, not -1")]
    [InlineData(0, 240, 0, 0.3, "patience must be above zero, not 0")]
    [InlineData(0, 240, 180, 1, "shrinkage must be from 0 up to (not) 1, not 1")]
    [InlineData(0, double.PositiveInfinity, 180, 0.3, "aht is not a number")]
    public void Bad_knobs_are_named(double demand, double handling, double patience, double shrinkage, string sentence)
    {
        var knobs = Knobs with { DemandChange = demand, HandlingSeconds = handling, PatienceSeconds = patience, Shrinkage = shrinkage };
        var fault = SizedDay.Faults(Day(25), knobs).First();
        Assert.Equal(sentence, $"{fault.Field} {fault.Sentence}");
    }

    [Fact]
    public void A_day_for_a_million_agents_is_refused_at_once()
    {
        var fault = Assert.Single(SizedDay.Faults(new DayCurve(0, [3_750_000]), Knobs));
        Assert.Equal("demand", fault.Field);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(33)]
    [InlineData(96)]
    public void Short_and_long_days_are_covered(int quarters)
    {
        var day = SizedDay.Of(new DayCurve(0, [.. Enumerable.Repeat(10.0, quarters)]), Knobs);
        Assert.NotNull(day.Cover);
        Assert.All(day.Quarters, quarter => Assert.True(quarter.AtWork >= quarter.Required.Agents));
    }
}
