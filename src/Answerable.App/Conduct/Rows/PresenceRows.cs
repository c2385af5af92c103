using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Presence as rows and facts.</summary>
internal static class PresenceRows
{
    public static Task ChangeAsync(ActContext context, Presence to, CancellationToken stop) => ChangeAsync(context, context.Who.Id, to, stop);

    /// <summary>One who signed out, kept a contact and goes on with it is there: the floor is not to be told otherwise.</summary>
    public static async Task ComeAsync(ActContext context, CancellationToken stop)
    {
        if (await context.Db.Set<PresenceRow>().FindAsync([context.Who.Id], stop) is { Presence: Presence.SignedOut })
            await ChangeAsync(context, Presence.Busy, stop);
    }

    /// <summary>With no contact left on the desk, one who was with a customer is ready again.</summary>
    /// <param name="gone">The contact that leaves their desk by this act.</param>
    public static async Task FreeAsync(ActContext context, PersonId agent, ContactId gone, CancellationToken stop)
    {
        var presence = await context.Db.Set<PresenceRow>().FindAsync([agent], stop);
        if (presence?.Presence == Presence.Busy)
            await ChangeAsync(context, agent, Presence.Busy.With(await InHandAsync(context, agent, gone, stop)), stop);
    }

    /// <summary>Whether any contact is in somebody's hands, but the one that leaves them by this act.</summary>
    public static Task<bool> InHandAsync(ActContext context, PersonId agent, ContactId? gone, CancellationToken stop) =>
        context.Db.Set<HandlingRow>().AnyAsync(row => row.Agent == agent && row.ClosedAt == null && row.LeftAt == null && row.Contact != gone, stop);

    public static async Task ChangeAsync(ActContext context, PersonId who, Presence to, CancellationToken stop)
    {
        var presence = await context.Db.Set<PresenceRow>().FindAsync([who], stop);
        if ((presence?.Presence ?? Presence.SignedOut) == to || await context.Db.Set<PersonRow>().FindAsync([who], stop) is null)
            return;
        presence ??= context.Db.Add(new PresenceRow { Person = who }).Entity;
        context.Happened(new PresenceChanged(who, presence.Presence, to), who);
        (presence.Presence, presence.Since) = (to, context.Now);
        context.Tell(Topics.Desk(who));
    }
}
