using System.Runtime.InteropServices;
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
            var found = _asked.Rows.ConvertAll(row => (ContactRow)row).ToDictionary(row => row.Id.Value);
            var told = new Dictionary<Guid, ContactChange>(ids.Count);
            foreach (var (_, entry, _) in fresh)
                if (IsOfContact(entry))
                {
                    ref var contact = ref CollectionsMarshal.GetValueRefOrAddDefault(told, entry.Subject, out var known);
                    var before = known ? contact.Before : found.GetValueOrDefault(entry.Subject)?.Contact();
                    contact = new(before, ContactFold.Apply(known ? contact.After : before, entry, (ContactFact)entry.Fact()));
                }
            yield return Kept(found, told);
            ContactChange[] changes = [.. told.Values];
            foreach (var kept in hearers.SelectMany(hearer => hearer.Keep(changes, fresh[^1].Number)))
                yield return kept;
        }

        private static RowsKept Kept(Dictionary<Guid, ContactRow> found, Dictionary<Guid, ContactChange> told)
        {
            var (fresh, changed) = (new List<object>(), new List<RowChange>(found.Count));
            foreach (var (id, contact) in told)
                if (found.TryGetValue(id, out var row))
                    changed.Add(new RowChange(row, ContactRow.Of(contact.After!)));
                else
                    fresh.Add(ContactRow.Of(contact.After!));
            return new RowsKept(ContactRow.Table) { New = fresh, Changed = changed };
        }
    }
}
