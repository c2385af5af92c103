using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;

namespace Answerable.App.Conduct;

/// <summary>Who made each note, held against what was told; the words themselves are sealed for their own place.</summary>
internal sealed class NotesCompared() : RowsCompared<Guid, NotesCompared.Author, NoteRow>("notes", typeof(NoteMade), typeof(FreeNoteMade))
{
    internal sealed record Author(PersonId By);

    protected override IEnumerable<(Guid, Func<Author?, Author?>)> Told(Entry entry, Fact fact)
    {
        if (fact is NoteMade made)
            yield return (made.Words, _ => new Author(made.By));
        else if (fact is FreeNoteMade free)
            yield return (free.Words, _ => new Author(free.By));
    }

    protected override Guid KeyOf(NoteRow row) => row.Words;

    protected override IEnumerable<string> Differences(NoteRow row, Author? told, Comparing at)
    {
        if (told is null)
            yield return $"The note {row.Words} on contact {row.Contact} is not in the journal.";
        else if (row.By != told.By)
            yield return $"The note {row.Words} on contact {row.Contact} is another's than the journal tells.";
    }

    protected override string Missing(Guid key, Author told) => $"The note {key}, which the journal tells of, is missing.";
}
