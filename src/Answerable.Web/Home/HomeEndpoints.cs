using System.Globalization;
using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Web.Shared;

namespace Answerable.Web.Home;

internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder app) =>
        app.MapGet("/waiting", WaitingAsync).Asks<WhatNeedsMe>();

    /// <summary>How much presses, as a number: each page asks once it stands, so that none waits for it.</summary>
    private static async Task<IResult> WaitingAsync(HttpContext http, Dispatcher dispatcher)
    {
        var needs = await dispatcher.AskAsync(new WhatNeedsMe(), ActorOf.User(http.User)!, http.RequestAborted);
        return Results.Text(needs.Value.Where(need => need.Pressing).Sum(need => need.Count).ToString(CultureInfo.InvariantCulture));
    }
}
