using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Answerable.Web.Conduct;

/// <summary>What the live pages of this module hear.</summary>
internal static class Live
{
    public static ServerSentEventsResult<string> Desk(HttpContext http, Noticeboard noticeboard, Sessions sessions, TimeProvider time)
    {
        var mine = Topics.Desk(ActorOf.User(http.User)!.Id);
        return LiveStream.Of(http, noticeboard, sessions, time, [Topics.Queue, mine], topic => topic == mine ? "desk" : "queue");
    }

    public static ServerSentEventsResult<string> Referrals(HttpContext http, Noticeboard noticeboard, Sessions sessions, TimeProvider time)
    {
        var who = ActorOf.User(http.User)!;
        var (lists, one) = (who.May<ReferralList>() ? Topics.ReferralsTo(who) : [], Topics.Referral(who));
        return LiveStream.Of(http, noticeboard, sessions, time, [.. lists, one], topic => topic == one ? "referral" : "referrals");
    }

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
}
