using Answerable.Analysis.Rehearsal;

namespace Answerable.Tests.Rehearsal;

public class StaffPlanTests
{
    private const double Hour = 3600;

    [Fact]
    public void Shifts_overlap_and_breaks_are_taken_out()
    {
        var plan = StaffPlan.OfShifts([
            new Shift(8 * Hour, 16 * Hour, 10, [(12 * Hour, 12.5 * Hour)]),
            new Shift(12 * Hour, 20 * Hour, 4, [])]);
        Assert.Equal([0, 8 * Hour, 12 * Hour, 12.5 * Hour, 16 * Hour, 20 * Hour], plan.Times);
        Assert.Equal([0, 10, 4, 14, 4, 0], plan.Counts);
        Assert.Equal(24 * Hour, plan.Cycle);
    }

    [Fact]
    public void A_night_shift_goes_on_after_midnight_with_its_break()
    {
        var plan = StaffPlan.OfShifts([new Shift(22 * Hour, 6 * Hour, 3, [(1 * Hour, 2 * Hour)])]);
        Assert.Equal([0, 1 * Hour, 2 * Hour, 6 * Hour, 22 * Hour], plan.Times);
        Assert.Equal([3, 0, 3, 0, 3], plan.Counts);
    }

    [Fact]
    public void The_scenario_may_start_in_the_middle_of_the_day()
    {
        var plan = StaffPlan.OfShifts([new Shift(8 * Hour, 16 * Hour, 5, [])], startsAt: 10 * Hour);
        Assert.Equal([0, 6 * Hour, 22 * Hour], plan.Times);
        Assert.Equal([5, 0, 5], plan.Counts);
    }

    [Fact]
    public void Named_days_make_the_plan_weekly_and_a_week_end_wraps()
    {
        var plan = StaffPlan.OfShifts([
            new Shift(9 * Hour, 17 * Hour, 2, [], [0, 4]),
            new Shift(22 * Hour, 2 * Hour, 1, [], [6])]);
        Assert.Equal(7 * 24 * Hour, plan.Cycle);
        Assert.Equal([0, 2, 9, 17, 4 * 24 + 9, 4 * 24 + 17, 6 * 24 + 22], plan.Times.Select(t => t / Hour));
        Assert.Equal([1, 0, 2, 0, 2, 0, 1], plan.Counts);
    }

    [Fact]
    public void A_shift_without_days_is_worked_on_every_day_of_a_weekly_plan()
    {
        var plan = StaffPlan.OfShifts([new Shift(9 * Hour, 17 * Hour, 2, []), new Shift(9 * Hour, 17 * Hour, 1, [], [6])]);
        Assert.Equal(6, plan.Counts.Count(c => c == 2));
        Assert.Equal(1, plan.Counts.Count(c => c == 3));
    }

    [Fact]
    public void Changes_go_on_cycle_after_cycle()
    {
        var plan = StaffPlan.EachInterval([3, 5, 5, 2], minutes: 60);
        Assert.Equal((0, 3), plan.Change(0));
        Assert.Equal((1 * Hour, 5), plan.Change(1));
        Assert.Equal((3 * Hour, 2), plan.Change(2));
        Assert.Equal((4 * Hour, 3), plan.Change(3));
        Assert.Equal((9 * Hour, 5), plan.Change(7));
        Assert.Equal(double.PositiveInfinity, StaffPlan.Constant(4).Change(1).Time);
    }
}
