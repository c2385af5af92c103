using Answerable.Analysis.Planning.Forecasts;
using Answerable.Model.Centre;
using Answerable.Tests.Planning.Forecasts;
using Answerable.Web.Planning;

namespace Answerable.Tests.Planning;

public sealed class BenchWordsTests
{
    [Fact]
    public void A_forecast_that_rests_on_few_days_says_how_many_and_why_its_errors_are_not_known()
    {
        var said = BenchWords.Little(Forecast(weeks: 2))!;

        Assert.Contains("rests on 10 days only", said, StringComparison.Ordinal);
        Assert.Contains("no earlier date has 4 weeks before it and 10 open days after it", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_without_counts_are_not_days_it_rests_on()
    {
        var dark = new NodaTime.LocalDate(2026, 3, 4);
        var history = CountSeries.History(2, CountSeries.Shape, date => date != dark);

        Assert.Contains("rests on 9 days only", BenchWords.Little(Forecast(history)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_whose_errors_are_known_needs_no_such_word() => Assert.Null(BenchWords.Little(Forecast(weeks: 6)));

    /// <summary>Two days of counts were a forecast of two weekdays, and nobody was told.</summary>
    [Fact]
    public void Weekdays_that_a_short_history_does_not_hold_are_named_and_how_they_are_taken()
    {
        var monday = new NodaTime.LocalDate(2026, 3, 2);
        Assert.Equal("The counts hold no open Wednesday or Thursday or Friday or Saturday or Sunday: they are taken to be closed, and the days ahead "
            + "leave them out.", BenchWords.Unseen(Forecast(CountSeries.History(1, CountSeries.Shape, date => date < monday.PlusDays(2))).Unseen));
        Assert.Null(BenchWords.Unseen(Forecast(weeks: 2).Unseen));
    }

    [Fact]
    public void A_weekday_that_was_closed_each_time_is_not_seen_and_one_whose_hours_are_said_needs_no_counts()
    {
        var history = CountSeries.History(2, CountSeries.Shape, date => date.DayOfWeek != NodaTime.IsoDayOfWeek.Monday);
        SpecialDay[] mondays = [.. history.Dates().Where(date => date.DayOfWeek == NodaTime.IsoDayOfWeek.Tuesday)
            .Select(date => new SpecialDay(date.PlusDays(-1), "closed", Closed: true))];
        var said = OpeningHours.Unsaid with { Weeks = [new("", [.. Enumerable.Repeat<IReadOnlyList<OpenSpan>>([new(8 * 60, 18 * 60)], 7)])] };
        Assert.Equal([NodaTime.IsoDayOfWeek.Monday], Unseen(SaidHours.None));
        Assert.Empty(Unseen(new SaidHours(said, "", _ => false)));

        IReadOnlyList<NodaTime.IsoDayOfWeek> Unseen(SaidHours hours) =>
            ForecastStudy.Make(history, new DayCalendar(mondays, hours), 10, 6, null, TestContext.Current.CancellationToken).Unseen;
    }

    private static ForecastSummary Forecast(int weeks) => Forecast(CountSeries.History(weeks, CountSeries.Shape));

    private static ForecastSummary Forecast(CountHistory history) =>
        ForecastSummary.Of(ForecastStudy.Make(history, DayCalendar.Empty, 10, 6, null, TestContext.Current.CancellationToken));
}
