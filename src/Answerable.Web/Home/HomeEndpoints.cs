using System.Globalization;
using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Answerable.Web.Home;

internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder app)
    {
        app.MapPost("/first-hour", FirstHourChoice.Choose).OpenTo(Permission.SignedIn, "how Home looks in this browser");
        app.MapGet("/waiting", WaitingAsync).Asks<WhatNeedsMe>();
        app.MapGet("/home/events", Events).Asks<WhatNeedsMe>();
    }

    /// <summary>A word where anything that Home shows to this one has changed.</summary>
    private static ServerSentEventsResult<string> Events(
        HttpContext http, NeedTopics needs, Noticeboard noticeboard, Sessions sessions, TimeProvider time)
    {
        var who = ActorOf.User(http.User)!;
        var parts = Modules.All.SelectMany(module => module.OnHome).Where(part => part.For(who)).SelectMany(part => part.Topics);
        return LiveStream.Of(http, noticeboard, sessions, time, [.. needs.Of(who).Concat(parts).Distinct()], _ => "home");
    }

    /// <summary>How much presses, as a number: each page asks once it stands, so that none waits for it.</summary>
    private static async Task<IResult> WaitingAsync(HttpContext http, Dispatcher dispatcher)
    {
        var needs = await dispatcher.AskAsync(new WhatNeedsMe(), ActorOf.User(http.User)!, http.RequestAborted);
        return Results.Text(needs.Value.Where(need => need.Pressing).Sum(need => need.Count).ToString(CultureInfo.InvariantCulture));
    }
}
