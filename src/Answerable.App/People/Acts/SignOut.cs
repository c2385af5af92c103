using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>
/// Whoever signs out hears no more on pages still open in other windows. Signed in elsewhere, they stay so: a live page there opens anew by its own
/// session.
/// </summary>
[Needs(Permission.SignedIn)]
public sealed record SignOut : IAct<Done>
{
    internal sealed class Handler : IHandle<SignOut, Done>
    {
        public Task<Outcome<Done>> Handle(SignOut act, ActContext context, CancellationToken stop)
        {
            context.Tell(Sessions.Topic(context.Who.Id));
            return Task.FromResult<Outcome<Done>>(Done.It);
        }
    }
}
