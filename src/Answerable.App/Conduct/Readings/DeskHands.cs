using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>In whose hands a contact is. An open page asks it whenever something changed on its desk: so it is one question and no more.</summary>
[Needs(Permission.HandleContacts)]
public sealed record DeskHands(ContactId Contact) : IReading<DeskHands.View>
{
    public sealed record View(bool Mine, bool Left, bool Closed);

    internal sealed class Reader : IAnswer<DeskHands, View>
    {
        public async Task<Outcome<View>> Answer(DeskHands reading, ReadingContext context, CancellationToken stop)
        {
            var me = context.Who.Person;
            return await context.Sees(context.Db.Set<HandlingRow>()).Where(row => row.Contact == reading.Contact)
                .Select(row => new View(row.Agent == me, row.LeftAt != null, row.ClosedAt != null)).SingleOrDefaultAsync(stop) is { } view
                ? view : ConductRefusals.NoSuchContact;
        }
    }
}
