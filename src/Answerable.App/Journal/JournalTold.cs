using Answerable.App.Storage;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>What the journal tells, in its order, of some kinds of facts.</summary>
internal static class JournalTold
{
    public static async IAsyncEnumerable<(Entry Entry, Fact Fact)> OfAsync(AnswerableDb db, params Type[] facts)
    {
        await foreach (var row in Lines(db, facts).OrderBy(row => row.Number).AsAsyncEnumerable())
        {
            var entry = row.Entry();
            yield return (entry, entry.Fact());
        }
    }

    public static Task<int> CountAsync(AnswerableDb db, IEnumerable<Type> facts, CancellationToken stop) => Lines(db, facts).CountAsync(stop);

    private static IQueryable<JournalRow> Lines(AnswerableDb db, IEnumerable<Type> facts)
    {
        string[] names = [.. facts.Select(FactCatalogue.Forms.Name)];
        return db.Set<JournalRow>().AsNoTracking().Where(row => names.Contains(row.Name));
    }
}
