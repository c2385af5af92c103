using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Replaces one's own password; every other place one is signed in ends. Current password and hash are seen to before.</summary>
[Needs(Permission.SignedIn)]
public sealed record ChangePassword(string PasswordHash) : IAct<Done>
{
    internal sealed class Handler : IHandle<ChangePassword, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangePassword act, ActContext context, CancellationToken stop)
        {
            var person = await context.Db.Users.FindAsync([context.Who.Id.Value], stop);
            if (person is null)
                return PeopleRefusals.NotFound;
            person.PasswordHash = act.PasswordHash;
            person.EndSessions();
            context.Happened(new PasswordChanged(context.Who.Id), context.Who.Id);
            return Done.It;
        }
    }
}
