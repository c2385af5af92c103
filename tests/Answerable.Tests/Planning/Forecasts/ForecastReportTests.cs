using System.Text.Json;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.Web.Planning;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class ForecastReportTests
{
    private static ForecastReport Report => Of(CountSeries.Noisy(31, 14, 0.01));

    private static ForecastReport Of(CountHistory history) => new(ForecastStudy.Make(history, DayCalendar.Empty, 5, 4), 4);

    [Fact]
    public void The_json_holds_the_error_of_the_pool_and_of_each_method_per_origin_and_overall()
    {
        var json = JsonDocument.Parse(Report.ToJson()).RootElement;
        Assert.Equal("percent", json.GetProperty("unit").GetString());
        Assert.Equal(4, json.GetProperty("origins").GetArrayLength());
        foreach (var scored in json.GetProperty("origins").EnumerateArray().Append(json.GetProperty("overall")))
        {
            Assert.InRange(scored.GetProperty("wape").GetProperty("pool").GetDouble(), 1, 30);
            Assert.Equal(6, scored.GetProperty("wape").GetProperty("models").EnumerateObject().Count());
        }
        Assert.Equal(5, json.GetProperty("forecast").GetArrayLength());
        Assert.Equal(0, json.GetProperty("overall").GetProperty("mape_intervals_excluded").GetInt32());
    }

    [Fact]
    public void The_csv_holds_every_slot_ahead_with_its_interval()
    {
        var lines = Report.ToCsv().TrimEnd().Split('\n');
        Assert.Equal("DateTime,Calls,Low80,High80", lines[0]);
        Assert.Equal(1 + 5 * 10, lines.Length);
        Assert.StartsWith("2026-06-08T08:00:00,", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "The counts hold no open Saturday or Sunday: they are taken to be closed", "--special")]
    [InlineData(1, "The history is too short to say what such a forecast was worth", "others of their weekday")]
    [InlineData(5, "The history holds 1 earlier dates to forecast from, not 4", "others of their weekday")]
    public void A_short_history_says_what_its_forecast_rests_on(int weeks, params string[] words)
    {
        var text = Of(CountSeries.Noisy(31, weeks, 0.01)).ToText();
        Assert.All(words, one => Assert.Contains(one, text, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"  %|\( | to \)", text);
    }

    [Fact]
    public void A_series_of_noughts_has_a_forecast_and_says_why_it_has_no_error()
    {
        var text = Of(CountSeries.History(9, (_, _) => 0)).ToText();
        Assert.Contains("Nothing came on the days held against the forecasts", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WAPE", text, StringComparison.Ordinal);
        Assert.Contains("0  (0 to 0, 80 %)", text, StringComparison.Ordinal);
    }
}
