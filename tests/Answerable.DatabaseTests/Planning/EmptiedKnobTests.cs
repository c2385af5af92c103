using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Planning;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Journal;
using Answerable.Model.People;
using NodaTime;

namespace Answerable.DatabaseTests.Planning;

/// <summary>A knob of the workbench that was emptied is asked for at its field: its usual value, or 0, in its place would mislead.</summary>
public sealed class EmptiedKnobTests(OneCentre one) : IClassFixture<OneCentre>
{
    /// <summary>What only the figures of a day say.</summary>
    private const string Figures = "At the peak";

    [Theory]
    [InlineData("demand", "Demand")]
    [InlineData("aht", "Handling time")]
    [InlineData("shrinkage", "Shrinkage")]
    [InlineData("level", "Service level")]
    [InlineData("within", "Answer within")]
    [InlineData("pay", "Pay")]
    public async Task It_is_asked_for_where_it_stands_and_no_figure_is_shown(string knob, string said)
    {
        var (planner, series) = await ForecastAsync();
        Assert.Contains(Figures, await planner.GetStringAsync($"/workbench/{series}?{knob}=5"), StringComparison.Ordinal);
        foreach (var empty in (string[])["", "%20"])
        {
            using var answer = await planner.GetAsync($"/workbench/{series}?{knob}={empty}", TestContext.Current.CancellationToken);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Matches($"<input[^>]*name=\"{knob}\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"[^\"]*{knob}-refused", page);
            Assert.Contains($"id=\"{knob}-refused\">{said} is needed: write a number.<", page, StringComparison.Ordinal);
            Assert.DoesNotContain(Figures, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("patience")]
    [InlineData("occupancy")]
    public async Task One_that_says_it_may_be_empty_is_not_asked_for(string knob)
    {
        var (planner, series) = await ForecastAsync();
        var page = await planner.GetStringAsync($"/workbench/{series}?{knob}=");
        Assert.Contains(Figures, page, StringComparison.Ordinal);
        Assert.DoesNotContain("-refused", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_the_day_is_of_the_knobs_the_page_shows_and_names_them()
    {
        var planner = await one.Web.SignedInAsync(Role.Planner);
        var loaded = await one.Web.Dispatcher.DoAsync(new LoadSeries("Brought", "a file", 60, "", Rows()) { Knobs = "aht=656" }, Actor.System);
        await one.Web.Dispatcher.DoAsync(new BeginForecast(loaded.Value), Actor.System);
        await Soon.FoundAsync("the forecast is made", async () =>
            (await one.Web.Dispatcher.AskAsync(new SeriesRecord(loaded.Value), Actor.System)).Value.Forecast);
        Assert.Contains("name=\"aht\" value=\"656\"", await planner.GetStringAsync($"/workbench/{loaded.Value}"), StringComparison.Ordinal);
        foreach (var (query, seconds) in new[] { ("", "656"), ("?aht=240", "240") })
        {
            var rows = (await planner.GetStringAsync($"/workbench/{loaded.Value}/day.csv{query}")).TrimEnd().Split("\r\n")
                .Select(row => row.Split(',')).ToArray();
            var knob = Array.IndexOf(rows[0], "knob_aht");
            Assert.All(rows[1..], row => Assert.Equal((rows[0].Length, seconds), (row.Length, row[knob])));
        }
    }

    private async Task<(HttpClient Planner, SeriesId Series)> ForecastAsync()
    {
        var planner = await one.Web.SignedInAsync(Role.Planner);
        var known = (await one.Web.Dispatcher.AskAsync(new SeriesList(), Actor.System)).Value.Series;
        var id = known.Count > 0
            ? known[0].Id
            : (await one.Web.Dispatcher.DoAsync(new LoadSeries("Calls", "a file", 60, "", Rows()), Actor.System)).Value;
        if (known.Count == 0)
            await one.Web.Dispatcher.DoAsync(new BeginForecast(id), Actor.System);
        await Soon.FoundAsync("the forecast is made", async () =>
            (await one.Web.Dispatcher.AskAsync(new SeriesRecord(id), Actor.System)).Value.Forecast);
        return (planner, id);
    }

    /// <summary>Eight weeks of weekdays from eight to six.</summary>
    private static List<IntervalCount> Rows() =>
    [
        .. Enumerable.Range(0, 56).Select(day => new LocalDate(2026, 6, 1).PlusDays(day)).Where(date => date.DayOfWeek < IsoDayOfWeek.Saturday)
            .SelectMany(date => Enumerable.Range(8, 10).Select(hour => date.At(new LocalTime(hour, 0))))
            .Select((at, place) => new IntervalCount(at, 60 - 3 * (at.Hour - 8), place + 2)),
    ];
}
