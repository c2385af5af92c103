using System.Data.Common;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>Keeps the contacts as their facts make them, in the very transaction that appends the facts.</summary>
internal sealed class ContactProjection(Dialect dialect, DbConnection connection, DbTransaction transaction, Func<AnswerableDb> newContext)
{
    /// <param name="mark">The number of the last of the entries: what is added up as of it or later holds them.</param>
    public async Task ApplyAsync(IReadOnlyList<Entry> entries, long mark)
    {
        var facts = new List<(Entry Entry, ContactFact Fact)>();
        foreach (var entry in entries)
            if (entry.Name.StartsWith("contact.", StringComparison.Ordinal) && entry.Fact() is ContactFact fact)
                facts.Add((entry, fact));
        if (facts.Count == 0)
            return;
        var contacts = await LoadAsync(facts);
        var quarters = contacts.Values.Select(contact => Quarter(contact.ArrivedAt)).ToHashSet();
        foreach (var (entry, fact) in facts)
        {
            var id = ContactId.From(entry.Subject);
            contacts[id] = ContactFold.Apply(contacts.GetValueOrDefault(id), entry, fact);
        }
        quarters.UnionWith(contacts.Values.Select(contact => Quarter(contact.ArrivedAt)));
        await dialect.UpsertAsync(connection, transaction, contacts.Values, CancellationToken.None);
        await dialect.MarkDirtyAsync(connection, transaction, quarters, mark, CancellationToken.None);
    }

    /// <summary>Quarter-hours since 1970-01-01T00:00Z; a quarter-hour begins on the clock's quarter in every zone in use.</summary>
    public static int Quarter(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 900);

    private async Task<Dictionary<ContactId, Contact>> LoadAsync(List<(Entry Entry, ContactFact Fact)> facts)
    {
        var ids = facts.Select(pair => ContactId.From(pair.Entry.Subject)).Distinct().ToArray();
        await using var db = newContext();
        var rows = await db.Contacts.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).ToListAsync();
        return rows.ToDictionary(row => row.Id, row => row.Contact());
    }
}
