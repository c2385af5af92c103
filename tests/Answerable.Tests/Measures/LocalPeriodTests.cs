using Answerable.Analysis.Measures;
using NodaTime;
using Interval = Answerable.Analysis.Measures.Interval;

namespace Answerable.Tests.Measures;

public sealed class LocalPeriodTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Fact]
    public void The_day_the_clocks_go_back_has_a_hundred_quarter_hours()
    {
        var day = new LocalPeriod(new LocalDate(2026, 10, 25), new LocalDate(2026, 10, 26), London);
        Assert.Equal(100, day.Starts(Interval.QuarterHour).Count);
        Assert.Equal(25, day.Starts(Interval.Hour).Count);
    }

    [Fact]
    public void Days_weeks_and_months_begin_where_local_dates_do()
    {
        var period = new LocalPeriod(new LocalDate(2026, 3, 27), new LocalDate(2026, 4, 8), London);
        Assert.Equal(12, period.Starts(Interval.Day).Count);
        Assert.Equal([27, 30, 6], period.Starts(Interval.Week).Select(start => period.Local(start).Day));
        Assert.Equal([27, 1], period.Starts(Interval.Month).Select(start => period.Local(start).Day));
        Assert.All(period.Starts(Interval.Day), start => Assert.Equal(LocalTime.Midnight, period.Local(start).TimeOfDay));
    }

    [Fact]
    public void The_period_before_is_as_long_and_ends_where_this_begins()
    {
        var period = new LocalPeriod(new LocalDate(2026, 3, 10), new LocalDate(2026, 3, 20), London);
        Assert.Equal((new LocalDate(2026, 2, 28), period.From), (period.Before().From, period.Before().To));
        Assert.Equal(period.From.DayOfWeek, period.WeeksBefore().From.DayOfWeek);
        Assert.True(period.WeeksBefore().To <= period.From);
    }
}
