using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.BrowserTests;

/// <summary>What the journal tells.</summary>
internal static class Told
{
    /// <summary>The facts about a subject in their order, by name.</summary>
    public static async Task<string[]> NamesAsync(Product product, Guid subject)
    {
        await using var db = product.OpenDb();
        return await db.Set<JournalRow>().AsNoTracking().Where(row => row.Subject == subject).OrderBy(row => row.Number).Select(row => row.Name)
            .ToArrayAsync();
    }

    /// <summary>The one fact of its name about a subject, done by a person. What is about something invented is of the demo centre.</summary>
    public static async Task<TFact> OneAsync<TFact>(Product product, Guid subject, string name, PersonId actor, FactKind kind =
        FactKind.Live) where TFact : Fact
    {
        var entry = Assert.Single(await EntriesAsync(product, subject, name));
        Assert.Equal(actor.Value, entry.Actor);
        Assert.Equal(kind, entry.Kind);
        return Assert.IsType<TFact>(entry.Fact());
    }

    public static async Task<IReadOnlyList<Entry>> EntriesAsync(Product product, Guid subject, string name)
    {
        await using var db = product.OpenDb();
        var rows = await db.Set<JournalRow>().AsNoTracking().Where(row => row.Subject == subject && row.Name == name).OrderBy(row => row.Number)
            .ToListAsync();
        return rows.ConvertAll(row => row.Entry());
    }
}
