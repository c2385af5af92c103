using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Finds a contact on the desk of the one who acts.</summary>
internal static class ContactOnDesk
{
    public static async Task<Outcome<HandlingRow>> MineAsync(ActContext context, ContactId contact, CancellationToken stop)
    {
        if (await context.Db.Set<HandlingRow>().FindAsync([contact], stop) is not { } handling)
            return ConductRefusals.NoSuchContact;
        var by = await ContactInHand.StandingAsync(context, contact, handling.Agent, stop);
        if (handling.Handling().Barred(context.Who.Person, by.AgentName) is not { } barred)
        {
            await PresenceRows.ComeAsync(context, stop);
            return handling;
        }
        return await ContactInHand.HiddenAsync(context, contact, handling.Agent, stop) ? ConductRefusals.NoSuchContact : barred;
    }

    /// <summary>The walk of a contact of one's own, where the page that asks was made for the place it stands at.</summary>
    public static async Task<Outcome<WalkInHand>> WalkAsync(ActContext context, ContactId contact, int? turn, CancellationToken stop)
    {
        var mine = await MineAsync(context, contact, stop);
        if (!mine.Allowed)
            return mine.As<WalkInHand>();
        if (await WalkInHand.OfAsync(context, mine.Value, stop) is not { } walk)
            return ConductRefusals.NoWalk;
        return turn is { } seen && seen != walk.Walk.Turn ? ConductRefusals.Stale : walk;
    }

    /// <summary>Opens the contact's walk and makes one move.</summary>
    public static async Task<Outcome<Done>> MoveAsync(ActContext context, ContactId contact, int? turn, Func<WalkInHand, Task<Outcome<Move>>> move,
        CancellationToken stop)
    {
        var opened = await WalkAsync(context, contact, turn, stop);
        if (!opened.Allowed)
            return opened.As<Done>();
        var made = await move(opened.Value);
        return made.Allowed
            ? (await opened.Value.TakeAsync(made.Value, stop)).Then<Done>(_ => Done.It)
            : made.As<Done>();
    }
}
