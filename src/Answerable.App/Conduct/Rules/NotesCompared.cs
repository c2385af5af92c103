using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// Whose each note is, on which contact and case, at which step and when, held against what was told; the words themselves are sealed for their own
/// place. A note made on a walk is of the walk's contact and case, another of a contact and its case: those are compared themselves.
/// </summary>
internal sealed class NotesCompared()
    : RowsCompared<Guid, NotesCompared.Made, NotesCompared.Placed>("notes", typeof(NoteMade), typeof(FreeNoteMade))
{
    /// <param name="On">The walk it was made on; where no procedure guided, the contact.</param>
    internal sealed record Made(PersonId By, string? Node, DateTimeOffset At, Guid On);

    /// <param name="Walks">Those of the contact in the note's case.</param>
    /// <param name="InCase">Whether the contact is in the note's case.</param>
    internal sealed record Placed(NoteRow Note, List<WalkId> Walks, bool InCase);

    public override IReadOnlyList<Type> Looked => [typeof(NoteRow)];

    protected override IEnumerable<(Guid, Func<Made?, Made?>)> Told(Entry entry, Fact fact)
    {
        if (fact is NoteMade made)
            yield return (made.Words, _ => new Made(made.By, made.Node, entry.At, entry.Subject));
        else if (fact is FreeNoteMade free)
            yield return (free.Words, _ => new Made(free.By, null, entry.At, entry.Subject));
    }

    protected override IQueryable<Placed> Rows(AnswerableDb db) => db.Set<NoteRow>().AsNoTracking().Select(note => new Placed(note,
        db.Set<WalkRow>().Where(walk => walk.Contact == note.Contact && walk.Case == note.Case).Select(walk => walk.Id).ToList(),
        db.Set<HandlingRow>().Any(handling => handling.Contact == note.Contact && handling.Case == note.Case)));

    protected override Guid KeyOf(Placed row) => row.Note.Words;

    protected override IEnumerable<string> Differences(Placed row, Made? told, Comparing at)
    {
        var note = row.Note;
        if (told is null)
            yield return $"The note {note.Words} on contact {note.Contact} is not in the journal.";
        else if (note.By != told.By)
            yield return $"The note {note.Words} on contact {note.Contact} is another's than the journal tells.";
        else if (!IsOn(row, told) || note.Node != told.Node)
            yield return $"The note {note.Words} stands on contact {note.Contact}, or in a case or at a step, where the journal does not tell of it.";
        else if (!KeptInstant.Same(note.At, told.At))
            yield return $"The note {note.Words} on contact {note.Contact} was not made when the journal tells.";
    }

    protected override string Missing(Guid key, Made told) => $"The note {key}, which the journal tells of, is missing.";

    private static bool IsOn(Placed row, Made told) =>
        told.Node is null ? row.Note.Contact.Value == told.On && row.InCase : row.Walks.Contains(WalkId.From(told.On));
}
