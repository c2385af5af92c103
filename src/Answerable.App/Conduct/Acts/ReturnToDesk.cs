using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// One whose session ended under their hands, and who signed in again where they were, never left: they do again what they did before they
/// were taken for gone.
/// </summary>
[Needs(Permission.HandleContacts)]
public sealed record ReturnToDesk : IAct<Done>
{
    internal sealed class Handler : IHandle<ReturnToDesk, Done>
    {
        public async Task<Outcome<Done>> Handle(ReturnToDesk act, ActContext context, CancellationToken stop)
        {
            var me = context.Who.Id;
            var last = await PresenceLines.LastAsync(context.Db.Set<JournalRow>().Where(row => row.Subject == me.Value), stop);
            if (last is { To: Presence.SignedOut, From: var before })
                await PresenceRows.ChangeAsync(context, before.With(await PresenceRows.InHandAsync(context, me, null, stop)), stop);
            return Done.It;
        }
    }
}
