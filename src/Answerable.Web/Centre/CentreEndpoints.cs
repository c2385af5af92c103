using System.Globalization;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Centre;

internal static class CentreEndpoints
{
    public static void MapCentre(this IEndpointRouteBuilder app)
    {
        app.MapPost("/centre/weeks/removal", (HttpContext http, Dispatcher dispatcher, [FromForm] string? queue) =>
            DoAsync(http, dispatcher, new RemoveOpeningWeek(queue ?? ""))).Does<RemoveOpeningWeek>();
        app.MapPost("/centre/special-days/removal", (HttpContext http, Dispatcher dispatcher, [FromForm] string? queue, [FromForm] string? date) =>
            DoAsync(http, dispatcher, new RemoveSpecialDay(
                Local.DayWritten(date) ?? default,
                queue ?? ""))).Does<RemoveSpecialDay>();
    }

    private static async Task<IResult> DoAsync(HttpContext http, Dispatcher dispatcher, IAct<Done> act) =>
        Reply.Of(await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted), _ => "/centre");
}
