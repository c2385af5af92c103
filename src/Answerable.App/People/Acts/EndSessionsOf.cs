using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Signs a person out everywhere, as where a device of theirs was lost. They may sign in again.</summary>
[Needs(Permission.AdministerPeople)]
public sealed record EndSessionsOf(PersonId Person) : IAct<Done>
{
    internal sealed class Handler : IHandle<EndSessionsOf, Done>
    {
        public async Task<Outcome<Done>> Handle(EndSessionsOf act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<Credentials>().FindAsync([act.Person], stop) is not { } credentials)
                return PeopleRefusals.NotFound;
            credentials.EndSessions(context);
            context.Happened(new SessionsEnded(act.Person), act.Person);
            return Done.It;
        }
    }
}
