using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Who made each note, held against what was told; the words themselves are sealed for their own place.</summary>
internal sealed class NotesCompared : IComparison
{
    public string Of => "notes";

    public async IAsyncEnumerable<string> DifferencesAsync(AnswerableDb db, [EnumeratorCancellation] CancellationToken stop)
    {
        var told = new Dictionary<Guid, PersonId>();
        await foreach (var (_, fact) in JournalTold.OfAsync(db, typeof(NoteMade), typeof(FreeNoteMade)).WithCancellation(stop))
            if (fact is NoteMade made)
                told[made.Words] = made.By;
            else if (fact is FreeNoteMade free)
                told[free.Words] = free.By;
        await foreach (var row in db.Set<NoteRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            if (!told.Remove(row.Words, out var by))
                yield return $"The note {row.Words} on contact {row.Contact} is not in the journal.";
            else if (row.By != by)
                yield return $"The note {row.Words} on contact {row.Contact} is another's than the journal tells.";
        foreach (var gone in told.Keys)
            yield return $"The note {gone}, which the journal tells of, is missing.";
    }
}
