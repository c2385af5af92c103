using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>The whole desk in one reading: what is at the left, and the contact in hand where there is one. What both need is asked for
/// once.</summary>
[Needs(Permission.HandleContacts)]
public sealed record WholeDesk(ContactId? Contact) : IReading<WholeDesk.View>, ILook<WholeDesk.View>
{
    Look? ILook<WholeDesk.View>.Seen(WholeDesk.View result) => result.Contact is { } open ? new(Sight.ContactAtDesk, open.Contact.Value) : null;

    /// <param name="Amiss">Why the contact asked for is not shown.</param>
    public sealed record View(DeskQueue.View Queue, DeskContact.View? Contact, Refusal? Amiss);

    internal sealed class Reader : IAnswer<WholeDesk, View>
    {
        public async Task<Outcome<View>> Answer(WholeDesk reading, ReadingContext context, CancellationToken stop)
        {
            if (context.Who.Person is not { } me)
                return DeskRefusals.NotInLine;
            var row = reading.Contact is { } contact ? await DeskRow.OfAsync(context.Db, contact, me, stop) : null;
            var queue = await DeskQueue.OfAsync(context.Db, me, row?.State ?? await DeskState.OfAsync(context.Db, me, stop), stop);
            return row is not null && await context.SeesAsync(row.Handling, stop)
                ? new View(queue, await DeskContact.OfAsync(context, row, stop), null)
                : new View(queue, null, reading.Contact is null ? null : ConductRefusals.NoSuchContact);
        }
    }
}
