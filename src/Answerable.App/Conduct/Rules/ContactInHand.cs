using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;

namespace Answerable.App.Conduct;

/// <summary>
/// A contact on a desk taken up by an act: the Model decides what befalls it, its facts go to the journal, its commands to their rows.
/// </summary>
internal sealed class ContactInHand(ActContext context, HandlingRow row, WalkInHand? walk)
{
    public HandlingRow Row => row;
    public WalkInHand? Walk => walk;

    public static async Task<ContactInHand?> OfAsync(ActContext context, ContactId contact, CancellationToken stop) =>
        await context.Db.Set<HandlingRow>().FindAsync([contact], stop) is { } row
            ? new ContactInHand(context, row, await WalkInHand.OfAsync(context, row, stop))
            : null;

    /// <summary>Makes one move with a contact that is on a desk.</summary>
    public static async Task<Outcome<Done>> TakeAsync(ActContext context, ContactId contact, HandlingMove move, CancellationToken stop) =>
        await OfAsync(context, contact, stop) is { } inHand ? await inHand.TakeAsync(move, stop) : ConductRefusals.NoSuchContact;

    public async Task<Outcome<Done>> TakeAsync(HandlingMove move, CancellationToken stop)
    {
        var (before, wasLeft) = (row.Agent, Left(row));
        var by = await StandingAsync(context, row.Contact, before, stop);
        var guided = walk is null ? null : new Guided(walk.Walk, walk.Chart);
        var taken = Desk.Take(row.Handling(), guided, move, by, Instant.Of(context.Now));
        if (!taken.Allowed)
            return await HiddenAsync(context, row.Contact, before, stop) ? ConductRefusals.NoSuchContact : taken.As<Done>();
        row.Follow(taken.Value.Handling);
        await KeepAsync(context, row, taken.Value, stop);
        context.Tell(Topics.Desk(before));
        if (wasLeft != Left(row))
            context.Tell(Topics.Queue);
        return Done.It;
    }

    // Those are on every desk, for anybody to resume.
    private static bool Left(HandlingRow row) => row.LeftAt is not null && row.ClosedAt is null;

    /// <summary>A contact that came to a desk by this act.</summary>
    public static async Task<ContactId> KeepNewAsync(ActContext context, HandlingRow row, HandlingTurn turn, CancellationToken stop)
    {
        row.Follow(turn.Handling);
        context.Db.Set<HandlingRow>().Add(row);
        await KeepAsync(context, row, turn, stop);
        return row.Contact;
    }

    /// <param name="agent">The one who has the contact; nobody where it is on no desk.</param>
    public static async Task<DeskStanding> StandingAsync(ActContext context, ContactId contact, PersonId? agent, CancellationToken stop)
    {
        var name = agent is not { } with ? "Somebody" : with == context.Who.Person ? context.Who.Name
            : await InOtherHands.NameAsync(context, contact, with, stop);
        return new DeskStanding(context.Who, name, Ids.New<ReferralId>(), Ids.New<WalkId>());
    }

    /// <summary>Whether what stands in the way of an act may not be told, for the contact never was in sight of the one who acts.</summary>
    public static async Task<bool> HiddenAsync(ActContext context, ContactId contact, PersonId? agent, CancellationToken stop) =>
        agent != context.Who.Person && await InOtherHands.HiddenAsync(context, contact, stop);

    private static async Task KeepAsync(ActContext context, HandlingRow row, HandlingTurn turn, CancellationToken stop)
    {
        foreach (var walk in turn.Walks)
            await WalkRow.KeepAsync(context.Db, walk, stop);
        foreach (var (subject, fact) in turn.Facts)
            context.Happened(fact, subject, row.Kind);
        var errands = new Errands(context, row, turn.Walks.Count > 0 ? turn.Walks[^1] : null, Instant.Of(context.Now));
        foreach (var command in turn.Commands)
            await errands.DoAsync(command, stop);
        context.Tell(Topics.Desk(row.Agent));
    }
}
