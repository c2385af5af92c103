using Answerable.Analysis.Planning.Forecasts;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class IntradayReforecastTests
{
    private static readonly Lazy<List<OriginScore>> Bank = new(() =>
    {
        var history = CountSeries.Bank();
        return RollingOrigins.Score(history, new ForecastPool(history, DayCalendar.Empty, 5), 5, 18).Value;
    });

    private static double Rest(IReadOnlyList<double> forecast, DayOutcome day, int from) =>
        Enumerable.Range(from, day.Actual.Count - from).Sum(slot => Math.Abs(forecast[slot] - day.Actual[slot]));

    /// <summary>Summed error of the rest of each day after so many slots: without update, with ours, and with the plain ratio.</summary>
    private static (double None, double Ours, double Plain) ErrorsAfter(int slots)
    {
        var sums = (None: 0.0, Ours: 0.0, Plain: 0.0);
        for (var origin = 4; origin < Bank.Value.Count; origin++)
        {
            var learned = IntradayReforecast.Learn([.. Bank.Value.Take(origin).SelectMany(score => score.Days)]);
            foreach (var day in Bank.Value[origin].Days)
            {
                var sofar = day.Actual.Take(slots).ToArray();
                var ratio = sofar.Sum() / day.Forecast.Take(slots).Sum();
                sums = (sums.None + Rest(day.Forecast, day, slots), sums.Ours + Rest(learned.Update(day.Forecast, sofar), day, slots),
                    sums.Plain + Rest([.. day.Forecast.Select(count => count * ratio)], day, slots));
            }
        }
        return sums;
    }

    [Fact]
    public void On_the_bank_updating_is_never_worse_than_leaving_the_forecast_alone_at_any_hour()
    {
        for (var slots = 1; slots < 29; slots++)
        {
            var (none, ours, _) = ErrorsAfter(slots);
            Assert.True(ours <= none, $"After {slots} half-hours: {ours:F0} updated against {none:F0} left alone.");
        }
    }

    [Fact]
    public void By_noon_a_sixth_of_the_error_is_gone_and_the_plain_ratio_does_harm_in_the_first_hour()
    {
        var (none, ours, _) = ErrorsAfter(10);
        Assert.True(ours < none * 5 / 6, $"{ours:F0} against {none:F0}");
        var early = ErrorsAfter(2);
        Assert.True(early.Plain > early.None * 1.2 && early.Ours < early.None);
    }

    [Fact]
    public void With_too_few_days_nothing_is_changed()
    {
        double[] forecast = [10, 20, 30];
        var never = IntradayReforecast.Learn([.. Bank.Value[0].Days.Take(5)]);
        Assert.Equal(forecast, never.Update(forecast, [40]));
    }

    [Fact]
    public void A_busyness_that_lasts_all_day_is_carried_over_and_known_slots_are_kept()
    {
        var days = Enumerable.Range(0, 40).Select(i => 1 + 0.2 * Math.Sin(i)).Select((busy, i) =>
            new DayOutcome(new(2026, 1, 1), [100, 100, 100, 100], [100 * busy, 100 * busy, 100 * busy, 100 * busy])).ToList();
        var learned = IntradayReforecast.Learn(days);
        Assert.Equal([100, 120, 120, 120], learned.Update([100, 100, 100, 100], [120]).Select(count => Math.Round(count, 6)));
        Assert.Equal([100, 100, 120, 120], learned.Update([100, 100, 100, 100], [double.NaN, 120]).Select(count => Math.Round(count, 6)));
    }

    [Fact]
    public void Days_whose_morning_says_nothing_teach_no_update()
    {
        var days = Enumerable.Range(0, 40).Select(i => new DayOutcome(new(2026, 1, 1), [100, 100, 100],
            [100 + 20 * Math.Sin(i), 100 + 20 * Math.Sin(1.7 * i + 2), 100 + 20 * Math.Cos(2.3 * i)])).ToList();
        Assert.All(IntradayReforecast.Learn(days).Shrinkage, b => Assert.InRange(b, 0, 0.15));
    }
}
