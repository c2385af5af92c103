using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// In whose hands a contact is, and how it stands there. An open page asks it whenever something changed on its desk: so it is one question and
/// no more.
/// </summary>
[Needs(Permission.HandleContacts)]
public sealed record DeskHands(ContactId Contact) : IReading<DeskHands.View>
{
    /// <summary>What another window of one's own may have changed. An answer to a referral changes none of it: the step stays as it is being typed
    /// in.</summary>
    /// <param name="At">Where the walk stands; nowhere where no procedure guides the contact.</param>
    /// <param name="Notes">How many stand beside it.</param>
    public sealed record View(bool Mine, bool Left, bool Closed, bool Held, bool Ended, CustomerId? Customer, string? Type, string? At, int Notes);

    internal sealed class Reader : IAnswer<DeskHands, View>
    {
        public async Task<Outcome<View>> Answer(DeskHands reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            return await context.Sees(db.Set<HandlingRow>()).Where(row => row.Contact == reading.Contact)
                .Select(row => new
                {
                    Row = row,
                    State = db.Set<WalkRow>().Where(walk => walk.Id == row.Walk).Select(walk => walk.State).FirstOrDefault(),
                    Notes = db.Set<NoteRow>().Count(note => note.Contact == row.Contact || note.Case == row.Case),
                })
                .SingleOrDefaultAsync(stop) is { } found
                ? Of(found.Row, context.Who.Person, found.State is { } state ? WalkJson.Read(state).At : null, found.Notes)
                : ConductRefusals.NoSuchContact;
        }
    }

    internal static View Of(HandlingRow row, PersonId? me, string? at, int notes) => new(row.Agent == me, row.LeftAt is not null,
        row.ClosedAt is not null, row.HeldAt is not null, row.EndedAt is not null, row.Customer, row.Type, at, notes);
}
