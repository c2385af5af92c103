using System.Net;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Planning;
using Answerable.DatabaseTests.Web;
using Answerable.Model;
using Answerable.Model.People;
using NodaTime;

namespace Answerable.DatabaseTests.Centre;

/// <summary>A queue's own hours and special days reach the forecast and the requirement: who is closed needs nobody, who opens is not lost.</summary>
public sealed class OpeningInForecastTests
{
    private static readonly Actor Planner = Actor.Of(new PersonId(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), "Stuart", [Role.Planner], null);
    private static readonly string[] Usual = [.. Enumerable.Repeat("09:00-17:00", 5), "", ""];
    private static readonly LocalDate Begins = new(2026, 5, 4);

    [Theory, EachDatabase]
    public async Task In_Belfast_a_queue_that_opens_on_the_bank_holiday_is_planned_and_the_others_need_nobody(Database database)
    {
        await using var opened = await TestCentre.OpenAsync(database);
        var centre = opened.Dispatcher;
        await Must(centre, new ChangeCentre("Lagan", "Europe/London", "GBP", "northern-ireland"));
        await Must(centre, new ChangeOpeningWeek("", Usual));
        await Must(centre, new ChangeOpeningWeek("bins", [.. Enumerable.Repeat("07:00-15:00", 5), "", ""], NewQueue: true));
        await Must(centre, new SetSpecialDay(new DateOnly(2026, 7, 13), "bins", "07:00-11:30", "Extra round", NewQueue: true));
        await Must(centre, new SetSpecialDay(new DateOnly(2026, 7, 11), "bins", "10:00-12:00", "Street festival", NewQueue: true));
        var bins = await ForecastAsync(centre, "bins", "northern-ireland", Days(9, 7, 17));
        var tax = await ForecastAsync(centre, "tax", "northern-ireland", Days(9, 9, 17));

        Assert.Equal((7 * 60, 15 * 60), await FrameAsync(centre, bins));
        Assert.Equal((7 * 60, 11 * 60 + 15), await StaffedAsync(centre, bins, new DateOnly(2026, 7, 13)));
        Assert.Equal((10 * 60, 11 * 60 + 45), await StaffedAsync(centre, bins, new DateOnly(2026, 7, 11)));
        Assert.Null(await StaffedAsync(centre, tax, new DateOnly(2026, 7, 13)));
        Assert.Equal((9 * 60, 16 * 60 + 45), await StaffedAsync(centre, tax, new DateOnly(2026, 7, 14)));
        Assert.DoesNotContain(await DaysOfAsync(centre, tax), day => day.Date == new DateOnly(2026, 7, 11));
    }

    [Theory, EachDatabase]
    public async Task In_Dublin_the_afternoon_a_queue_closes_needs_nobody_and_the_day_costs_euros(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var web = new WebCentre(kept);
        var centre = web.Dispatcher;
        await Must(centre, new ChangeCentre("Liffey", "Europe/Dublin", "EUR", ""));
        await Must(centre, new ChangeOpeningWeek("", Usual));
        await Must(centre, new SetSpecialDay(new DateOnly(2026, 7, 8), "tax", "09:00-12:30", "Training", NewQueue: true));
        var series = await ForecastAsync(centre, "tax", "", Days(9, 8, 18));
        Assert.Equal((9 * 60, 17 * 60), await FrameAsync(centre, series));
        Assert.Equal((9 * 60, 12 * 60 + 15), await StaffedAsync(centre, series, new DateOnly(2026, 7, 8)));
        Assert.Equal((9 * 60, 16 * 60 + 45), await StaffedAsync(centre, series, new DateOnly(2026, 7, 9)));
        var planner = await web.SignedInAsync(Role.Planner);
        var page = WebUtility.HtmlDecode(await planner.GetStringAsync($"/workbench/{series}?day=2026-07-08", TestContext.Current.CancellationToken));
        Assert.Contains("€", page, StringComparison.Ordinal);
        Assert.DoesNotContain("£", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_night_that_is_closed_needs_nobody_on_either_side_of_midnight_and_the_night_before_is_kept(Database database)
    {
        await using var opened = await TestCentre.OpenAsync(database);
        var centre = opened.Dispatcher;
        await Must(centre, new ChangeCentre("Night line", "Europe/Athens", "EUR", ""));
        await Must(centre, new ChangeOpeningWeek("night", [.. Enumerable.Repeat("22:00-06:00", 7)], NewQueue: true));
        await Must(centre, new SetSpecialDay(new DateOnly(2026, 7, 8), "night", "", "Moving house", NewQueue: true));
        var series = await ForecastAsync(centre, "night", "", [.. Enumerable.Range(0, 63).SelectMany(day =>
            Enumerable.Range(0, 24).Select(hour => Begins.PlusDays(day).At(new LocalTime(hour, 0))))]);
        Assert.Equal((0, 5 * 60 + 45), await StaffedAsync(centre, series, new DateOnly(2026, 7, 8)));
        Assert.Equal((22 * 60, 23 * 60 + 45), await StaffedAsync(centre, series, new DateOnly(2026, 7, 9)));
        Assert.Equal((0, 23 * 60 + 45), await StaffedAsync(centre, series, new DateOnly(2026, 7, 7)));
    }

    private static List<LocalDateTime> Days(int weeks, int from, int to) =>
        [.. Enumerable.Range(0, 7 * weeks).Select(day => Begins.PlusDays(day)).Where(date => date.DayOfWeek < IsoDayOfWeek.Saturday)
            .SelectMany(date => Enumerable.Range(from, to - from).Select(hour => date.At(new LocalTime(hour, 0))))];

    private static async Task<SeriesId> ForecastAsync(Dispatcher centre, string queue, string holidays, List<LocalDateTime> hours)
    {
        var counts = hours.Select((at, place) => new IntervalCount(at, 40 + at.Hour % 3, place + 2)).ToList();
        var loaded = await centre.DoAsync(new LoadSeries(queue, "a file", 60, holidays, counts) { Queue = queue }, Planner);
        await Must(centre, new BeginForecast(loaded.Value));
        for (var tries = 0; tries < 600 && (await centre.AskAsync(new SeriesRecord(loaded.Value), Planner)).Value.Forecast is null; tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        return loaded.Value;
    }

    private static async Task<IReadOnlyList<ForecastSummary.Day>> DaysOfAsync(Dispatcher centre, SeriesId series) =>
        (await centre.AskAsync(new SeriesRecord(series), Planner)).Value.Forecast!.Days;

    /// <summary>The minutes between which the forecast has slots.</summary>
    private static async Task<(int, int)> FrameAsync(Dispatcher centre, SeriesId series)
    {
        var forecast = (await centre.AskAsync(new SeriesRecord(series), Planner)).Value.Forecast!;
        return (forecast.FirstMinute, forecast.FirstMinute + forecast.Days[0].Slots.Count * forecast.SlotMinutes);
    }

    /// <summary>The first and last quarter-hour that needs somebody; null where none does. None expects contacts without agents.</summary>
    private static async Task<(int, int)?> StaffedAsync(Dispatcher centre, SeriesId series, DateOnly date)
    {
        var setting = BenchSetting.Read(new Dictionary<string, string> { ["day"] = $"{date:yyyy-MM-dd}" }).Value;
        var quarters = (await centre.AskAsync(new DayOnBench(series, setting), Planner)).Value.Day.Sized.Quarters;
        Assert.All(quarters, quarter => Assert.Equal(quarter.Contacts > 0, quarter.Required.Agents > 0));
        var staffed = quarters.Where(quarter => quarter.Required.Agents > 0).Select(quarter => quarter.Minute).ToList();
        return staffed.Count == 0 ? null : (staffed[0], staffed[^1]);
    }

    private static async Task Must(Dispatcher centre, IAct<Done> act)
    {
        var outcome = await centre.DoAsync(act, act is BeginForecast ? Planner : Actor.System);
        Assert.True(outcome.Allowed, string.Join(" ", outcome.Refusals));
    }
}
