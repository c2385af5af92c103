using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Finds a contact on the desk of the one who acts.</summary>
internal static class OnDesk
{
    public static async Task<Outcome<HandlingRow>> MineAsync(ActContext context, ContactId contact, CancellationToken stop)
    {
        if (await context.Db.Handlings.FindAsync([contact], stop) is not { } handling)
            return ConductRefusals.NoSuchContact;
        if (handling.ClosedAt is not null)
            return ConductRefusals.Closed;
        return handling.Agent == context.Who.Person ? handling : ConductRefusals.WithAnother(await Colleagues.NameAsync(context.Db, handling.Agent, stop));
    }

    /// <summary>Does something with a contact of one's own.</summary>
    public static async Task<Outcome<Done>> DoAsync(ActContext context, ContactId contact, Func<HandlingRow, Task<Outcome<Done>>> what, CancellationToken stop)
    {
        var mine = await MineAsync(context, contact, stop);
        return mine.Allowed ? await what(mine.Value) : mine.Then<Done>(_ => Done.It);
    }

    /// <summary>What befalls a contact befalls its walk too, where one is under way.</summary>
    public static async Task<Outcome<Done>> AlongAsync(ActContext context, HandlingRow handling, Move move, CancellationToken stop) =>
        await WalkInHand.OfAsync(context, handling, stop) is { Walk.End: null } walk
            ? (await walk.TakeAsync(move, stop)).Then<Done>(_ => Done.It)
            : Done.It;

    /// <summary>The walk of a contact of one's own, where the page that asks was made for the place it stands at.</summary>
    public static async Task<Outcome<WalkInHand>> WalkAsync(ActContext context, ContactId contact, int? turn, CancellationToken stop)
    {
        var mine = await MineAsync(context, contact, stop);
        if (!mine.Allowed)
            return mine.Then<WalkInHand>(_ => ConductRefusals.NoWalk);
        if (await WalkInHand.OfAsync(context, mine.Value, stop) is not { } walk)
            return ConductRefusals.NoWalk;
        return turn is { } seen && seen != walk.Walk.Turn ? ConductRefusals.Stale : walk;
    }

    /// <summary>Opens the contact's walk and makes one move.</summary>
    public static async Task<Outcome<Done>> MoveAsync(ActContext context, ContactId contact, int? turn, Func<WalkInHand, Task<Outcome<Move>>> move, CancellationToken stop)
    {
        var opened = await WalkAsync(context, contact, turn, stop);
        if (!opened.Allowed)
            return opened.Then<Done>(_ => Done.It);
        var made = await move(opened.Value);
        return made.Allowed
            ? (await opened.Value.TakeAsync(made.Value, stop)).Then<Done>(_ => Done.It)
            : made.Then<Done>(_ => Done.It);
    }

    public static async Task<FactKind> KindAsync(ActContext context, CancellationToken stop) =>
        await context.Db.Set<PersonRow>().AnyAsync(person => person.Id == context.Who.Id && person.Demo, stop) ? FactKind.Demo : FactKind.Live;
}
