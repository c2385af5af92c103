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
            var inHand = await PresenceRows.InHandAsync(context, context.Who.Id, null, stop);
            if (act.To.Barred(inHand) is { } refusal)
                return refusal;
            await PresenceRows.ChangeAsync(context, act.To.With(inHand), stop);
            return Done.It;
        }
    }
}
