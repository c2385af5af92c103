using Answerable.Analysis.Planning.Forecasts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class ForecastPoolTests
{
    private static double Wape(IEnumerable<ForecastErrors> errors) =>
        100 * errors.Aggregate(ForecastErrors.None, (sum, more) => sum.With(more)).Wape!.Value;

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(18)]
    [InlineData(24)]
    public void On_the_bank_the_pool_keeps_up_with_its_best_method_and_beats_last_week_by_a_point(int origins)
    {
        var history = CountSeries.Bank();
        var pool = new ForecastPool(history, DayCalendar.Empty, 10);
        var scores = RollingOrigins.Score(history, pool, 10, origins).Value;
        var whole = Wape(scores.Select(score => score.Pool));
        var single = pool.Methods.Select((_, method) => Wape(scores.Select(score => score.Methods[method]))).ToArray();
        Assert.True(whole <= single.Min() + 0.1, $"pool {whole:F3}, methods {string.Join(' ', single.Select(w => $"{w:F3}"))}");
        Assert.True(whole <= single[0] - 1, $"pool {whole:F3}, last week {single[0]:F3}");
        Assert.InRange(whole, 2.3, 6.6);
    }

    /// <summary>Which method was best is known only afterwards, and one of six is always lucky; over all the windows there are, the pool is next to
    /// it.</summary>
    [Fact]
    public void Over_every_window_of_the_bank_series_the_pool_is_on_average_within_a_twentieth_of_a_point_of_the_luckiest_method()
    {
        var history = CountSeries.Bank();
        var pool = new ForecastPool(history, DayCalendar.Empty, 10);
        var scores = RollingOrigins.Score(history, pool, 10, 90).Value;
        var behind = Enumerable.Range(0, scores.Count - 55).Select(from =>
        {
            var window = Enumerable.Range(0, 12).Select(week => scores[from + 5 * week]).ToList();
            return Wape(window.Select(score => score.Pool)) - pool.Methods.Select((_, method) => Wape(window.Select(score => score.Methods[method])))
                .Min();
        }).ToList();
        Assert.InRange(behind.Average(), -0.2, 0.05);
    }

    [Fact]
    public void The_stated_intervals_hold_about_as_often_as_they_say()
    {
        var history = CountSeries.Bank();
        var scores = RollingOrigins.Score(history, new ForecastPool(history, DayCalendar.Empty, 10), 10, 12).Value;
        foreach (var share in new[] { 0.5, 0.8, 0.95 })
        {
            var coverage = RollingOrigins.Coverage(scores, share);
            Assert.InRange(coverage.OfSlots!.Value, share - 0.08, share + 0.08);
            Assert.InRange(coverage.OfDays!.Value, share - 0.12, share + 0.12);
        }
        var poisson = SpreadCoverage.Of(0.8, scores.SelectMany(score => score.Days.Select(day => (day, new CountSpread(0, 0)))));
        Assert.True(poisson.OfSlots < 0.5, $"Poisson intervals would hold {poisson.OfSlots:P0} of slots.");
    }

    [Fact]
    public void A_forecast_never_uses_the_future() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var rows = CountSeries.Rows(10, (date, hour) => CountSeries.Shape(date, hour) * (1 + (seed * (date.Day + hour) % 17) / 40.0));
            var origin = new LocalDate(2026, 4, 24);
            var other = rows.Where(row => row.Start.Date <= origin || row.Start.Date.DayOfWeek != IsoDayOfWeek.Friday)
                .Select(row => row.Start.Date <= origin ? row : row with { Calls = row.Calls * 3 + seed % 7 }).ToList();
            var (told, changed) = (Made(rows, origin), Made(other, origin));
            return told.Weights.SequenceEqual(changed.Weights)
                && told.Spread == changed.Spread
                && told.Counts.SelectMany(day => day).SequenceEqual(changed.Counts.SelectMany(day => day));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private static PoolForecast Made(List<IntervalCount> rows, LocalDate origin) =>
        new ForecastPool(CountHistory.From(rows, 60, CountSeries.London).Value, DayCalendar.Empty, 5).Forecast(origin);

    [Fact]
    public void The_same_history_gives_the_same_forecast_to_the_last_bit()
    {
        var history = CountSeries.Noisy(11, 14, 0.01);
        PoolForecast Once() => new ForecastPool(history, DayCalendar.Empty, 5).Forecast(history.Last);
        Assert.Equal(Once().Counts.SelectMany(day => day), Once().Counts.SelectMany(day => day));
    }

    [Fact]
    public void Weights_are_shares_and_go_by_the_priors_when_there_is_nothing_to_look_back_on()
    {
        var history = CountSeries.Noisy(12, 20, 0.01);
        var pool = new ForecastPool(history, DayCalendar.Empty, 5);
        var first = pool.Weights(new(2026, 3, 30));
        Assert.All(pool.Methods.Zip(first), pair => Assert.Equal(pair.First.Prior / pool.Methods.Sum(method => method.Prior), pair.Second, 1e-12));
        Assert.Equal([0.2, 0.5, 1, 2, 0.5, 1], pool.Methods.Select(method => method.Prior));
        Assert.Equal(1, pool.Weights(history.Last).Sum(), 1e-12);
    }

    [Fact]
    public void A_closed_day_is_forecast_empty_and_not_scored()
    {
        var calendar = new DayCalendar([new(new(2026, 5, 4), "Early May", Closed: true)]);
        var history = CountSeries.History(12, CountSeries.Shape, date => date != new LocalDate(2026, 5, 4));
        var forecast = new ForecastPool(history, calendar, 5).Forecast(new(2026, 5, 1));
        Assert.Equal(0, forecast.Counts[0].Sum());
        Assert.True(forecast.Counts[1].Sum() > 0);
        Assert.Equal(40, forecast.Made.Errors(forecast.Counts, history).Intervals);
    }

    [Fact]
    public void More_origins_than_the_history_holds_are_refused_with_the_number_it_holds()
    {
        var history = CountSeries.Noisy(13, 7, 0.01);
        var refusal = RollingOrigins.Score(history, new ForecastPool(history, DayCalendar.Empty, 10), 10, 9).Refusals.SingleOrDefault();
        Assert.Equal("35 open days hold at most 6 origins with 4 weeks before and 10 days after; 9 were asked for.", refusal?.Text);
        Assert.Equal(6, RollingOrigins.Score(history, new ForecastPool(history, DayCalendar.Empty, 10), 10, 6).Value.Count);
    }
}
