using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>One who signs out is at no desk, whatever they keep in hand: they were asked what becomes of it.</summary>
[Needs(Permission.HandleContacts)]
public sealed record LeaveDesk : IAct<Done>
{
    internal sealed class Handler : IHandle<LeaveDesk, Done>
    {
        public async Task<Outcome<Done>> Handle(LeaveDesk act, ActContext context, CancellationToken stop)
        {
            await PresenceRows.ChangeAsync(context, Presence.SignedOut, stop);
            return Done.It;
        }
    }
}
