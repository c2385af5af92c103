using Answerable.Analysis.Planning.Forecasts;
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

    private static ForecastSummary Forecast(int weeks) => Forecast(CountSeries.History(weeks, CountSeries.Shape));

    private static ForecastSummary Forecast(CountHistory history) =>
        ForecastSummary.Of(ForecastStudy.Make(history, DayCalendar.Empty, 10, 6, null, TestContext.Current.CancellationToken));
}
