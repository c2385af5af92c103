using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Answerable.App;
using Answerable.App.People;
using Answerable.App.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Answerable.Web.Shared;

/// <summary>Server-sent events: a word that something changed; the page's part then reads itself again, by the scope of who looks.</summary>
internal static class LiveStream
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moments = TimeSpan.FromSeconds(5);

    /// <param name="name">What the page calls a topic.</param>
    public static ServerSentEventsResult<string> Of(
        HttpContext http, Noticeboard noticeboard, Sessions sessions, TimeProvider time, string[] topics, Func<string, string> name)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var session = ActorOf.ClaimOf(http.User)!;
        var closing = HeadAsGet.Was(http)
            ? new CancellationToken(canceled: true) : http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var words = WordsAsync(noticeboard, sessions, http.RequestServices.GetRequiredService<DatabaseDoor>(), time, session, topics, name, closing,
            http.RequestAborted);
        return TypedResults.ServerSentEvents(CountedAsync(http.RequestServices.GetRequiredService<Instruments>(), words));
    }

    private static async IAsyncEnumerable<SseItem<string>> CountedAsync(Instruments instruments, IAsyncEnumerable<SseItem<string>> words)
    {
        instruments.PageOpened();
        try
        {
            await foreach (var word in words)
                yield return word;
        }
        finally
        {
            instruments.PageClosed();
        }
    }

    /// <summary>
    /// The first word opens the stream at once, so that proxies and browsers know it is there. It ends with the session it was opened by: at
    /// once where this node ended it, within moments where another did; a browser that has a session still opens it anew. A node that closes waits
    /// for no page: the stream ends with it.
    /// </summary>
    internal static async IAsyncEnumerable<SseItem<string>> WordsAsync(
        Noticeboard noticeboard, Sessions sessions, DatabaseDoor door, TimeProvider time, Session.Claim session, string[] topics,
        Func<string, string> name, CancellationToken closing, [EnumeratorCancellation] CancellationToken stop)
    {
        var end = Sessions.Topic(session.Person);
        using var listener = noticeboard.Open([.. topics, end]);
        // Listening comes first: a session that ended between the door and here is seen to have ended, one that ends from here on is heard to.
        if (await PlaceAsync(now: true) is not { } place)
            yield break;
        yield return new SseItem<string>("", "open");
        while (!closing.IsCancellationRequested)
        {
            var heard = await HeardWithinAsync(listener, time, closing, stop);
            // Whoever was moved opens it anew, to hear what their new team hears.
            if (place != (heard.Any(notice => notice.Topic == end) ? await PlaceAsync(now: true) : await PlaceAsync(now: false)))
                yield break;
            foreach (var word in heard.Where(notice => notice.Topic != end).Select(notice => name(notice.Topic)).Distinct())
                yield return new SseItem<string>("changed", word);
            // Where calls pour in, each page reads itself again once a moment, not once a call.
            if (heard.Count > 0)
                await Task.Delay(Moment, time, stop);
        }

        // While the database is away nobody can say whether the session stands: the stream ends, and a browser opens it anew until one can.
        async ValueTask<Session.Place?> PlaceAsync(bool now)
        {
            try
            {
                return now ? await sessions.PlaceNowAsync(session) : await sessions.PlaceAsync(session);
            }
            catch (Exception broken) when (door.IsAway(broken))
            {
                return null;
            }
        }
    }

    /// <summary>What is heard; nothing where nothing was told for some moments, in which another node may have ended the session.</summary>
    private static async Task<IReadOnlyCollection<Notice>> HeardWithinAsync(
        Noticeboard.Listener listener, TimeProvider time, CancellationToken closing, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Moments, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, closing, patience.Token);
        try
        {
            return await listener.HeardAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return [];
        }
    }
}
