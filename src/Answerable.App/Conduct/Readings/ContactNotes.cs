using Answerable.App.Acts;
using Answerable.App.Privacy;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>All notes of a contact and its case, the latest first, fifty at a time.</summary>
[Needs(Permission.HandleContacts)]
public sealed record ContactNotes(ContactId Contact, int Page = 1) : IReading<ContactNotes.View>, ILook<ContactNotes.View>
{
    Look? ILook<ContactNotes.View>.Seen(ContactNotes.View result) => new(Sight.Notes, Contact.Value);

    public sealed record View(int Case, IReadOnlyList<WalkStory.NoteLine> Notes, int InAll)
    {
        public int Pages => Math.Max(1, (InAll + WalkStory.MostNotes - 1) / WalkStory.MostNotes);
    }

    internal sealed class Reader : IAnswer<ContactNotes, View>
    {
        public async Task<Outcome<View>> Answer(ContactNotes reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            if (await context.Sees(db.Set<HandlingRow>()).SingleOrDefaultAsync(row => row.Contact == reading.Contact, stop) is not { } row)
                return ConductRefusals.NoSuchContact;
            var number = await db.Set<CaseRow>().Where(known => known.Id == row.Case).Select(known => known.Number).SingleAsync(stop);
            var inAll = await db.Set<NoteRow>().CountAsync(note => note.Contact == row.Contact || note.Case == row.Case, stop);
            var page = Math.Clamp(reading.Page, 1, Math.Max(1, (inAll + WalkStory.MostNotes - 1) / WalkStory.MostNotes));
            var notes = await WalkStory.PageOfNotesAsync(db, row.Contact, row.Case, page, stop);
            var words = await PersonalVault.ReadAsync(db, [.. notes.Select(note => note.Row.Words)], stop);
            var chart = row.Walk is { } id && await db.Set<WalkRow>().SingleOrDefaultAsync(known => known.Id == id, stop) is { } walk
                ? (await GuidingVersion.OfAsync(db, walk.Procedure, walk.Version, stop)).Chart : null;
            return new View(number, WalkStory.LinesOf(notes, words, chart), inAll);
        }
    }
}
