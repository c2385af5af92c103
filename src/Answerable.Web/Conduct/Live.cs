using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.Storage;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Answerable.Web.Conduct;

/// <summary>Server-sent events: a word that something changed; the page's part then reads itself again.</summary>
internal static class Live
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public static ServerSentEventsResult<string> Desk(HttpContext http, Noticeboard noticeboard)
    {
        var mine = Topics.Desk(ActorOf.User(http.User)!.Id);
        return Stream(http, noticeboard, [Topics.Queue, mine], topic => topic == mine ? "desk" : "queue");
    }

    public static ServerSentEventsResult<string> Referrals(HttpContext http, Noticeboard noticeboard) =>
        Stream(http, noticeboard, [Topics.Referrals], _ => "referrals");

    /// <summary>Whoever asks for anything is there.</summary>
    public static void UseAttendance(this WebApplication app)
    {
        var attendance = app.Services.GetRequiredService<Attendance>();
        app.Use(next => http =>
        {
            if (ActorOf.User(http.User)?.Person is { } person)
                attendance.Seen(person);
            return next(http);
        });
    }

    private static ServerSentEventsResult<string> Stream(HttpContext http, Noticeboard noticeboard, string[] topics, Func<string, string> name)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(EventsAsync(noticeboard, topics, name, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(Noticeboard noticeboard, string[] topics, Func<string, string> name,
        [EnumeratorCancellation] CancellationToken stop)
    {
        // The first word opens the stream at once, so that proxies and browsers know it is there.
        yield return new SseItem<string>("", "open");
        await foreach (var notice in noticeboard.Listen(topics, stop))
        {
            yield return new SseItem<string>(notice.Text.Length > 0 ? notice.Text : "changed", name(notice.Topic));
            // Where calls pour in, each page reads itself again once a moment, not once a call.
            await Task.Delay(Moment, CancellationToken.None);
        }
    }
}
