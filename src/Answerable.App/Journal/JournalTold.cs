using Answerable.App.Storage;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>What the journal tells, in its order, of some kinds of facts.</summary>
internal static class JournalTold
{
    public static async IAsyncEnumerable<(Entry Entry, Fact Fact)> OfAsync(AnswerableDb db, params Type[] facts)
    {
        string[] names = [.. facts.Select(FactCatalogue.Forms.Name)];
        await foreach (var row in db.Set<JournalRow>().AsNoTracking().Where(row => names.Contains(row.Name)).OrderBy(row => row.Number)
            .AsAsyncEnumerable())
            yield return (row.Entry(), row.Entry().Fact());
    }
}
