using Answerable.Analysis.Planning.Forecasts;
using NodaTime;

namespace Answerable.Tests.Planning.Forecasts;

/// <summary>Histories too short to have been forecast before: an answer with what it rests on, and no band that was not learned.</summary>
public sealed class ShortHistoryTests
{
    private static ForecastStudy Study(CountHistory history, int horizonDays = 8) => ForecastStudy.Make(history, DayCalendar.Empty, horizonDays, 6);

    [Fact]
    public void Without_a_look_back_bands_come_from_the_days_themselves_and_hold_what_they_say()
    {
        var (held, days) = (0, 0);
        for (var seed = 0; seed < 25; seed++)
            foreach (var weeks in new[] { 1, 2, 3 })
            {
                var all = CountSeries.Noisy(seed, weeks + 2, 0.01);
                var known = all.Until(all.Dates().ElementAt(5 * weeks - 1));
                var study = Study(known);
                var spread = study.Ahead.Spread!;
                Assert.True(study.Ahead.SpreadOfOwnDays);
                var coverage = SpreadCoverage.Of(0.8, study.Ahead.Made.Outcomes(study.Ahead.Counts, all).Select(day => (day, spread)));
                Assert.Equal(8, coverage.Days);
                (held, days) = (held + coverage.DaysWithin, days + coverage.Days);
            }
        Assert.InRange((double)held / days, 0.75, 0.95);
    }

    [Fact]
    public void On_real_calls_too_bands_of_a_short_history_hold_about_what_they_say()
    {
        var rows = CountSeries.BankRows();
        var all = CountSeries.Bank();
        var (days, slots) = (new List<double>(), new List<double>());
        foreach (var weeks in new[] { 1, 2, 3 })
            for (var first = all.First; first.PlusWeeks(weeks + 2) <= all.Last; first = first.PlusWeeks(1))
            {
                var (from, to) = (first, first.PlusWeeks(weeks));
                var known = CountHistory.From([.. rows.Where(row => row.Start.Date >= from && row.Start.Date < to)], 30, CountSeries.London).Value;
                var study = Study(known);
                var coverage = SpreadCoverage.Of(0.8, study.Ahead.Made.Outcomes(study.Ahead.Counts, all).Select(day => (day, study.Ahead.Spread!)));
                days.Add(coverage.OfDays!.Value);
                slots.Add(coverage.OfSlots!.Value);
            }
        Assert.Equal(63, days.Count);
        Assert.InRange(days.Average(), 0.72, 0.9);
        Assert.InRange(slots.Average(), 0.72, 0.9);
    }

    [Fact]
    public void Of_one_day_there_is_a_forecast_and_no_band()
    {
        var history = CountSeries.Noisy(3, 1, 0.01);
        var study = Study(history.Until(history.First));
        Assert.Null(study.Ahead.Spread);
        var summary = ForecastSummary.Of(study);
        Assert.All(summary.Days, day => Assert.Null(day.Total.High));
        Assert.All(summary.Days, day => Assert.All(day.Slots, slot => Assert.Null(slot.Low)));
    }

    [Fact]
    public void A_long_history_learns_its_bands_from_earlier_forecasts_alone() =>
        Assert.False(Study(CountSeries.Noisy(31, 14, 0.01)).Ahead.SpreadOfOwnDays);

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void A_weekday_on_which_nothing_ever_came_gets_none_and_a_band_of_none(int weeks)
    {
        var rows = CountSeries.Rows(weeks, (date, hour) => date.DayOfWeek == IsoDayOfWeek.Thursday ? 0 : CountSeries.Shape(date, hour));
        var study = Study(CountHistory.From(rows, 60, CountSeries.London).Value);
        foreach (var (day, at) in study.Ahead.Made.Days.Select((day, at) => (day, at)))
        {
            var none = day.Date.DayOfWeek == IsoDayOfWeek.Thursday;
            Assert.Equal(none, study.Ahead.Counts[at].Sum() == 0);
            Assert.Equal(none, study.Ahead.Spread!.Day(study.Ahead.Counts[at], 0.8) == (0, 0));
        }
    }

    /// <summary>Where all is quiet a day without contacts is chance, and no closed door.</summary>
    [Fact]
    public void A_quiet_weekday_of_a_quiet_line_is_not_taken_for_closed()
    {
        var rows = CountSeries.Rows(2, (date, hour) => hour == 9 && date.DayOfWeek != IsoDayOfWeek.Thursday ? 1 : 0);
        Assert.False(CleanHistory.Of(CountHistory.From(rows, 60, CountSeries.London).Value, DayCalendar.Empty).NobodyComesOn(IsoDayOfWeek.Thursday));
    }
}
