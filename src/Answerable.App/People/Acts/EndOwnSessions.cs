using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Ends a session of one's own that stands elsewhere, or all but the one it is done in.</summary>
/// <param name="Only">Null for all others.</param>
[Needs(Permission.SignedIn)]
public sealed record EndOwnSessions(SessionId? Only = null) : IAct<EndOwnSessions.Ended>
{
    /// <param name="Session">The one it was done in, going on anew; null where it goes on as it was.</param>
    public sealed record Ended(Session? Session);

    internal sealed class Handler : IHandle<EndOwnSessions, Ended>
    {
        private static readonly Refusal NoSuchSession = new("not-found", "That session has ended already.");

        public async Task<Outcome<Ended>> Handle(EndOwnSessions act, ActContext context, CancellationToken stop)
        {
            var me = context.Who.Id;
            if (!await Session.MayOpenAsync(context.Db, me, stop) || await context.Db.Set<Credentials>().FindAsync([me], stop) is not { } credentials)
                return PeopleRefusals.NotFound;
            context.Happened(new SessionsEnded(me), me);
            if (act.Only is not { } only)
            {
                credentials.EndSessions(context);
                return new Ended(await Session.GoOnAsync(context, stop));
            }
            if (await SessionRow.Of(context.Db, me, context.Now).SingleOrDefaultAsync(row => row.Id == only, stop) is not { } row)
                return NoSuchSession;
            row.EndedAt = context.Now;
            context.Tell(Sessions.Topic(me));
            return new Ended(null);
        }
    }
}
