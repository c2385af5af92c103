using Answerable.App.Acts;
using Answerable.App.Planning;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Planning;

internal static class PlanningEndpoints
{
    public static void MapPlanning(this IEndpointRouteBuilder app)
    {
        app.MapGet("/workbench/{id:guid}/day.csv", DayAsync).Asks<DayOnBench>();
        app.MapGet("/workbench/{id:guid}/forecast.csv", ForecastAsync).Asks<SeriesRecord>();
        app.MapPost("/workbench/{id:guid}/forecast", BeginForecastAsync).Does<BeginForecast>();
        app.MapPost("/workbench/stop", StopAsync).Does<StopRun>();
    }

    private static async Task<IResult> DayAsync(Guid id, HttpContext http, Dispatcher dispatcher)
    {
        var series = await dispatcher.AskAsync(new SeriesRecord(SeriesId.From(id)), ActorOf.User(http.User)!, http.RequestAborted);
        if (!series.Allowed)
            return Reply.Refused(series.Refusals);
        var setting = BenchSetting.Read(BenchQuery.Words(BenchQuery.Asked(http.Request, series.Value.Knobs)));
        if (!setting.Allowed)
            return Reply.Refused(setting.Refusals);
        var found = await dispatcher.AskAsync(new DayOnBench(SeriesId.From(id), setting.Value), ActorOf.User(http.User)!, http.RequestAborted);
        return found.Allowed
            ? CsvBody.Download(BenchCsv.OfDay(found.Value), $"day-{found.Value.Day.Date:yyyy-MM-dd}.csv") : Reply.Refused(found.Refusals);
    }

    private static async Task<IResult> ForecastAsync(Guid id, HttpContext http, Dispatcher dispatcher)
    {
        var found = await dispatcher.AskAsync(new SeriesRecord(SeriesId.From(id)), ActorOf.User(http.User)!, http.RequestAborted);
        return !found.Allowed ? Reply.Refused(found.Refusals)
            : found.Value.Forecast is { } forecast ? CsvBody.Download(BenchCsv.OfForecast(forecast), $"forecast-{forecast.Last:yyyy-MM-dd}.csv")
            : Results.NotFound();
    }

    private static async Task<IResult> BeginForecastAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] string? words) =>
        Reply.Of(await dispatcher.DoAsync(new BeginForecast(SeriesId.From(id)), ActorOf.User(http.User)!, http.RequestAborted), _ =>
            BenchQuery.Url(SeriesId.From(id), words ?? ""));

    private static async Task<IResult> StopAsync(HttpContext http, Dispatcher dispatcher, [FromForm] string key, [FromForm] Guid series,
        [FromForm] string? words) =>
        Reply.Of(await dispatcher.DoAsync(new StopRun(new RunKey(key)), ActorOf.User(http.User)!, http.RequestAborted), _ =>
            BenchQuery.Url(SeriesId.From(series), words ?? ""));
}
