using Answerable.Analysis.Planning.Forecasts;
using NodaTime;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class CleanHistoryTests
{
    [Fact]
    public void The_missing_weekdays_of_the_bank_are_found_filled_and_marked()
    {
        var clean = CleanHistory.Of(CountSeries.Bank(), DayCalendar.Empty);
        LocalDate[] missing = [new(2003, 4, 4), new(2003, 4, 7), new(2003, 5, 26), new(2003, 7, 4)];
        Assert.Equal(missing, clean.Days.Where(day => day.Mark == DayMark.Missing).Select(day => day.Date));
        Assert.Equal(124, clean.Days.Count);
        Assert.All(clean.Days, day => Assert.True(day.Total is > 25_000 and < 45_000, $"{day.Date}: {day.Total}"));
        Assert.Equal([new(2003, 4, 8), new(2003, 5, 27), new(2003, 7, 7)], clean.Days.Where(day => day.Mark == DayMark.AfterClosure)
            .Select(day => day.Date));
    }

    [Fact]
    public void Open_hours_are_those_the_bank_shows()
    {
        var hours = CountSeries.Bank().Hours;
        Assert.Equal(29, hours.Slots);
        Assert.Equal(new LocalTime(7, 0), hours.StartOf(0));
        Assert.Equal(new LocalTime(21, 0), hours.StartOf(28));
        Assert.True(hours.IsOpen(IsoDayOfWeek.Friday, 28));
        Assert.False(hours.IsOpen(IsoDayOfWeek.Saturday));
    }

    [Fact]
    public void A_filled_day_is_the_mean_of_the_same_weekdays_around_it()
    {
        var gone = new LocalDate(2026, 4, 8);
        var history = CountSeries.History(10, (date, _) => Period.DaysBetween(new(2026, 3, 4), date) / 7 + 10, date => date != gone);
        var filled = CleanHistory.Of(history, DayCalendar.Empty).Days.Single(day => day.Date == gone);
        Assert.Equal(DayMark.Missing, filled.Mark);
        Assert.All(filled.Counts, count => Assert.Equal(14.889, count, 0.5));
    }

    [Fact]
    public void A_special_kind_teaches_a_factor_drawn_towards_one_and_leaves_ordinary_days_alone()
    {
        LocalDate[] campaigns = [new(2026, 3, 25), new(2026, 4, 15)];
        var calendar = new DayCalendar(campaigns.Select(date => new SpecialDay(date, "campaign", Closed: false)));
        var history = CountSeries.History(10, (date, hour) => CountSeries.Shape(date, hour) * (campaigns.Contains(date) ? 1.6 : 1));
        var clean = CleanHistory.Of(history, calendar);
        Assert.Equal((1.6 + 1.6 + 1) / 3, clean.FactorOf("campaign"), 1e-9);
        Assert.Equal(1, clean.FactorOf("never seen"));
        var cleaned = clean.Days.Single(day => day.Date == campaigns[0]);
        Assert.Equal(CountSeries.Shape(campaigns[0], 8), cleaned.Counts[0], 1e-9);
    }

    [Fact]
    public void Days_ahead_know_closures_and_the_day_after_them()
    {
        var closed = new DayCalendar([new(new(2026, 5, 4), "Early May", Closed: true)]);
        var ahead = CleanHistory.Of(CountSeries.History(9, CountSeries.Shape), closed).Ahead(3, closed);
        Assert.Equal([new(2026, 5, 4), new(2026, 5, 5), new(2026, 5, 6)], ahead.Select(day => day.Date));
        Assert.Equal([DayMark.Closed, DayMark.AfterClosure, DayMark.Ordinary], ahead.Select(day => day.Mark));
    }

    [Fact]
    public void The_hour_of_a_clock_change_is_left_unobserved()
    {
        var rows = new List<IntervalCount>();
        for (var date = new LocalDate(2026, 10, 1); date <= new LocalDate(2026, 10, 31); date = date.PlusDays(1))
            for (var hour = 0; hour < 6; hour++)
                rows.Add(new(date.At(new LocalTime(hour, 0)), 10 + hour, rows.Count + 2));
        var history = CountHistory.From(rows, 60, CountSeries.London).Value;
        Assert.True(double.IsNaN(history.On(new(2026, 10, 25))![1]));
        var clean = CleanHistory.Of(history, DayCalendar.Empty).Days.Single(day => day.Date == new LocalDate(2026, 10, 25));
        Assert.Equal([10, 11, 12, 13, 14, 15], clean.Counts);
    }
}
