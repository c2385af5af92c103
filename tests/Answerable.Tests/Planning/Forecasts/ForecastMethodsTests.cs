using Answerable.Analysis.Planning.Forecasts;
using NodaTime;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class ForecastMethodsTests
{
    public static TheoryData<string> Names => [.. ForecastMethods.All.Select(method => method.Name)];

    private static IForecastMethod Named(string name) => ForecastMethods.All.Single(method => method.Name == name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_series_that_repeats_every_week_is_forecast_as_it_is(string name)
    {
        var past = CleanHistory.Of(CountSeries.History(12, CountSeries.Shape), DayCalendar.Empty);
        var ahead = past.Ahead(10, DayCalendar.Empty);
        var counts = Named(name).Forecast(past, ahead);
        for (var day = 0; day < ahead.Count; day++)
            for (var slot = 0; slot < 10; slot++)
                Assert.Equal(CountSeries.Shape(ahead[day].Date, slot + 8), counts[day][slot], 0.01 * CountSeries.Shape(ahead[day].Date, slot + 8));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_the_contacts_give_twice_the_forecast(string name)
    {
        var one = CleanHistory.Of(CountSeries.Noisy(3, 12, 0.01), DayCalendar.Empty);
        var two = one.With(day => day with { Counts = [.. day.Counts.Select(count => 2 * count)] });
        var ahead = one.Ahead(5, DayCalendar.Empty);
        var (single, twice) = (Named(name).Forecast(one, ahead), Named(name).Forecast(two, ahead));
        Assert.All(single.SelectMany(d => d).Zip(twice.SelectMany(d => d)), pair =>
            Assert.Equal(2 * pair.First, pair.Second, 1e-6 * (1 + pair.Second)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_short_history_still_gives_a_forecast_without_negative_counts(string name)
    {
        var past = CleanHistory.Of(CountSeries.Noisy(5, 1, 0.02), DayCalendar.Empty);
        var counts = Named(name).Forecast(past, past.Ahead(5, DayCalendar.Empty));
        Assert.All(counts.SelectMany(day => day), count => Assert.True(count >= 0 && double.IsFinite(count)));
    }

    [Fact]
    public void Last_week_is_last_week_and_the_mean_of_eight_is_a_mean()
    {
        var past = CleanHistory.Of(CountSeries.Noisy(4, 12, 0.02), DayCalendar.Empty);
        var ahead = past.Ahead(5, DayCalendar.Empty);
        Assert.Equal(past.Days[^5].Counts, new SeasonalNaive().Forecast(past, ahead)[0]);
        var mondays = past.Days.Where(day => day.Date.DayOfWeek == IsoDayOfWeek.Monday).TakeLast(8).Average(day => day.Counts[3]);
        Assert.Equal(mondays, new MeanOfLast().Forecast(past, ahead)[0][3], 1e-9);
    }

    [Fact]
    public void Decomposition_gives_back_a_season_and_a_straight_trend()
    {
        var series = Enumerable.Range(0, 400).Select(i => 0.5 * i + 30 * Math.Sin(2 * Math.PI * i / 20)).ToArray();
        var parts = Stl.Of(series, 20, 15);
        for (var i = 40; i < 360; i++)
        {
            Assert.Equal(0.5 * i, parts.Trend[i], 0.5);
            Assert.Equal(30 * Math.Sin(2 * Math.PI * i / 20), parts.Season[i], 0.5);
        }
    }

    [Fact]
    public void Loess_gives_back_a_line_within_and_beyond_its_ends()
    {
        var line = Enumerable.Range(0, 60).Select(i => 3.0 * i - 7).ToArray();
        var smooth = Loess.Smooth(line, 21, -2, 64);
        for (var i = 0; i < 64; i++)
            Assert.Equal(3.0 * (i - 2) - 7, smooth[i], 1e-6);
    }

    [Fact]
    public void Smoothing_of_a_level_stays_and_of_a_steady_rise_goes_on_up()
    {
        Assert.All(ExponentialSmoothing.Forecast([.. Enumerable.Repeat(50.0, 30)], 5), value => Assert.Equal(50, value, 1e-9));
        var rise = ExponentialSmoothing.Forecast([.. Enumerable.Range(0, 60).Select(i => 100 + 2.0 * i)], 3);
        Assert.True(rise[0] > 216 && rise[1] > rise[0] && rise[2] > rise[1], string.Join(' ', rise));
    }

    [Fact]
    public void The_turn_of_the_month_is_learned_where_it_is_and_nothing_where_it_is_not()
    {
        double Payday(LocalDate date) => date.Day <= 3 ? 1.2 : 1;
        var with = MonthTurn.Of(
            CleanHistory.Of(CountSeries.History(26, (date, hour) => CountSeries.Shape(date, hour) * Payday(date)), DayCalendar.Empty).Days);
        var without = MonthTurn.Of(CleanHistory.Of(CountSeries.Noisy(9, 26, 0.004), DayCalendar.Empty).Days);
        Assert.InRange(with.FactorOn(new(2026, 9, 2)) / with.FactorOn(new(2026, 9, 16)), 1.1, 1.22);
        Assert.InRange(without.FactorOn(new(2026, 9, 2)) / without.FactorOn(new(2026, 9, 16)), 0.97, 1.03);
    }
}
