using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>
/// Ends the session that is signed out, for whoever kept a copy of its cookie too. Signed in elsewhere, one stays so; pages still open in other
/// windows hear no more, and open anew by a session of their own.
/// </summary>
/// <param name="Session">None where it began before sessions had numbers: then all of the person's end.</param>
[Needs(Permission.SignedIn)]
public sealed record SignOut(SessionId? Session = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<SignOut, Done>
    {
        public async Task<Outcome<Done>> Handle(SignOut act, ActContext context, CancellationToken stop)
        {
            if (act.Session is { } session)
                await SessionRow.EndAsync(context, session, stop);
            else if (await context.Db.Set<Credentials>().FindAsync([context.Who.Id], stop) is { } credentials)
                credentials.EndSessions(context);
            context.Happened(new PersonSignedOut(context.Who.Id), context.Who.Id);
            context.Tell(Sessions.Topic(context.Who.Id));
            return Done.It;
        }
    }
}
