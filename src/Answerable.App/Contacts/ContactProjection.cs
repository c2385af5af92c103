using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.App.Contacts;

/// <summary>A contact as it was and as it is from now on; nothing before it came, nothing once no fact speaks of it.</summary>
internal readonly record struct ContactChange(Contact? Before, Contact? After);

/// <summary>A module that keeps rows of its own as contacts change, in the same transaction.</summary>
internal interface IHearContacts
{
    /// <param name="mark">The journal's number of the last line that changed them.</param>
    IEnumerable<RowsKept> Keep(IReadOnlyList<ContactChange> changes, long mark);
}

/// <summary>Keeps the contacts as their facts make them.</summary>
internal sealed class ContactProjection(IEnumerable<IHearContacts> hearers) : IProjection
{
    public Projected? Hear(IReadOnlyList<Entry> entries)
    {
        var ids = entries.Where(IsOfContact).Select(entry => entry.Subject).ToHashSet();
        return ids.Count == 0 ? null : new Folding(ids, hearers);
    }

    private static bool IsOfContact(Entry entry) => entry.Name.StartsWith("contact.", StringComparison.Ordinal) && entry.Fact() is ContactFact;

    private sealed class Folding(HashSet<Guid> ids, IEnumerable<IHearContacts> hearers) : Projected
    {
        private readonly RowsAsked _asked = new(ContactRow.Table, ids);

        public override IReadOnlyList<RowsAsked> Asks => [_asked];

        public override IEnumerable<RowsKept> Keep(IReadOnlyList<ChainedEntry> fresh)
        {
            var before = _asked.Rows.ConvertAll(row => ((ContactRow)row).Contact()).ToDictionary(contact => contact.Id);
            var after = new Dictionary<ContactId, Contact>();
            foreach (var (_, entry, _) in fresh.Where(chained => IsOfContact(chained.Entry)))
            {
                var id = ContactId.From(entry.Subject);
                after[id] = ContactFold.Apply(after.GetValueOrDefault(id) ?? before.GetValueOrDefault(id), entry, (ContactFact)entry.Fact());
            }
            var byAge = after.Values.ToLookup(contact => before.ContainsKey(contact.Id), ContactRow.Of);
            yield return new RowsKept(ContactRow.Table, [.. byAge[false]], [.. byAge[true]]);
            ContactChange[] changes = [.. after.Values.Select(contact => new ContactChange(before.GetValueOrDefault(contact.Id), contact))];
            foreach (var kept in hearers.SelectMany(hearer => hearer.Keep(changes, fresh[^1].Number)))
                yield return kept;
        }
    }
}
