using Answerable.Analysis.Planning.Forecasts;
using Answerable.Analysis.Planning.Sizing;
using Answerable.Analysis.Rehearsal;
using Answerable.App.Journal;
using Answerable.App.Planning;
using Answerable.App.Work;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Answerable.DatabaseTests.Planning;

/// <summary>What long work brings back: it may come when what it was for has gone.</summary>
public sealed class KeptWorkTests
{
    private static readonly Reading Some = new(0.8, 0.01);
    private static readonly RehearsedDay Day = new(100, Some, Some, Some, Some, Some, []);
    private static readonly ForecastSummary Forecast =
        new(60, 480, new DateOnly(2026, 7, 24), [], [], new ForecastSummary.Worth(0, 0, 0.05, null, null, null, 0, null), [], 0);

    [Theory, EachDatabase]
    public async Task A_forecast_and_a_rehearsal_are_kept_with_their_series_and_a_fact_each(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var series = (await centre.DoAsync(new LoadSeries("Calls", "a file", 60, "", Rows()))).Value;
        Assert.True((await centre.DoAsync(new KeepForecast(series, Forecast))).Allowed);
        var rehearsal = (await centre.DoAsync(new KeepRehearsal(series, "demand=25", Day))).Value;
        await using var db = centre.OpenDb();
        Assert.Equal(centre.Time.GetUtcNow(), (await db.Set<SeriesRow>().SingleAsync(TestContext.Current.CancellationToken)).ForecastAt);
        var told = await db.Set<JournalRow>().Where(row => row.Subject == rehearsal.Value || row.Name == "series.forecast-made")
            .OrderBy(row => row.Number).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("series.forecast-made", FactKind.Live), ("scenario.rehearsed", FactKind.Simulated)], told.Select(row => (row.Name, row.Kind)));
        Assert.True((await centre.DoAsync(new RemoveSeries(series))).Allowed);
        Assert.Equal(0, await db.Set<RehearsalRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task What_comes_back_for_a_series_that_is_gone_is_refused_and_leaves_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var gone = App.Ids.New<SeriesId>();
        Assert.Equal("not-found", Assert.Single((await centre.DoAsync(new KeepForecast(gone, Forecast))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await centre.DoAsync(new KeepRehearsal(gone, "", Day))).Refusals).Code);
        Assert.Equal("work.not-yours",
            Assert.Single((await centre.DoAsync(new EndWork(App.Ids.New<WorkId>(), "here", WorkState.Done))).Refusals).Code);
        await using var db = centre.OpenDb();
        Assert.Equal(0, await db.Set<JournalRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    private static List<IntervalCount> Rows() =>
        [.. Enumerable.Range(0, 24).Select(hour => new IntervalCount(new LocalDateTime(2026, 7, 24, 0, 0).PlusHours(hour), hour, hour + 2))];
}
