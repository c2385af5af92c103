using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Replaces one's own password; every other place one is signed in ends. The hash is made before, so that the slow part holds up no other act.</summary>
[Needs(Permission.SignedIn)]
public sealed record ChangePassword(JudgedPassword Now, string PasswordHash) : IAct<Entrance>
{
    internal sealed class Handler : IHandle<ChangePassword, Entrance>
    {
        public Task<Outcome<Entrance>> Handle(ChangePassword act, ActContext context, CancellationToken stop) =>
            OwnCredentials.ChangeAsync(context, act.Now, credentials =>
            {
                credentials.PasswordHash = act.PasswordHash;
                context.Happened(new PasswordChanged(credentials.Id), credentials.Id);
                return Task.CompletedTask;
            }, stop);
    }
}
