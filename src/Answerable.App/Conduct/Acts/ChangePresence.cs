using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Says what one is doing, so that contacts and referrals come when one can take them.</summary>
[Needs(Permission.HandleContacts)]
public sealed record ChangePresence(Presence To) : IAct<Done>
{
    internal sealed class Handler : IHandle<ChangePresence, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangePresence act, ActContext context, CancellationToken stop)
        {
            if (!Enum.IsDefined(act.To))
                return new Refusal("presence.unknown", "Choose one of the presences.", nameof(To));
            await Presenting.ChangeAsync(context, act.To, stop);
            return Done.It;
        }
    }
}
