using Answerable.App.Acts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Presence as rows and facts.</summary>
internal static class Presenting
{
    public static async Task ChangeAsync(ActContext context, Presence to, CancellationToken stop)
    {
        var person = await context.Db.Users.FindAsync([context.Who.Id.Value], stop);
        if (person is null || person.Presence == to)
            return;
        context.Happened(new PresenceChanged(context.Who.Id, person.Presence, to), context.Who.Id, await OnDesk.KindAsync(context, stop));
        (person.Presence, person.PresenceSince) = (to, context.Now);
        context.Tell(Topics.Desk(context.Who.Id));
    }

    /// <summary>With no contact left on the desk, one who was with a customer is ready again.</summary>
    public static async Task FreeAsync(ActContext context, Model.Journal.ContactId closed, CancellationToken stop)
    {
        var person = await context.Db.Users.FindAsync([context.Who.Id.Value], stop);
        var busy = await context.Db.Handlings.AnyAsync(row =>
            row.Agent == context.Who.Id && row.ClosedAt == null && row.LeftAt == null && row.Contact != closed, stop);
        if (person?.Presence == Presence.Busy && !busy)
            await ChangeAsync(context, Presence.Ready, stop);
    }
}
