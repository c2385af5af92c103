using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Folds contacts again from the journal; those that are not as their facts make them are put right. Returns how many were not.</summary>
[Needs(Permission.AdministerSystem)]
[InBulk]
internal sealed record FoldContactsAgain(IReadOnlyList<Guid> Contacts) : IAct<int>
{
    /// <param name="Kept">The contacts as they are kept.</param>
    /// <param name="Wrong">Those that are not as their facts make them, as they should be.</param>
    /// <param name="Lacking">Those of which 0.1.0 kept all but when each thing was told and held: that is filled in, and is no fault.</param>
    /// <param name="Without">Those of which no fact speaks.</param>
    internal sealed record Folded(
        IReadOnlyDictionary<ContactId, Contact> Kept, IReadOnlyList<Contact> Wrong, IReadOnlyList<Contact> Lacking, IReadOnlyList<Contact> Without);

    internal sealed class Handler(IEnumerable<IHearContacts> hearers) : IHandle<FoldContactsAgain, FoldContactsAgain.Folded, int>
    {
        public async Task<Outcome<Folded>> Prepare(FoldContactsAgain act, ReadingContext context, CancellationToken stop) =>
            await FoldedAsync(context.Db, act.Contacts, stop);

        internal static async Task<Folded> FoldedAsync(AnswerableDb db, IReadOnlyList<Guid> contacts, CancellationToken stop)
        {
            var rows = await RowsAsync(db, [.. contacts.Select(ContactId.From)], stop);
            var kept = rows.ToDictionary(row => row.Id, row => row.Contact());
            // Lists are filtered and ordered by what is derived: it is held against the contact as well.
            var misled = rows.Where(row => !row.IsDerived()).Select(row => row.Id).ToHashSet();
            var (folded, unread) = await FoldAsync(db, [.. contacts], stop);
            // Of these only a part is understood here: they stay as the version that understood all of it left them.
            foreach (var contact in unread)
                kept.Remove(contact);
            var differing = folded.Values.Where(contact => kept.GetValueOrDefault(contact.Id) != contact || misled.Contains(contact.Id))
                .ToLookup(contact => !misled.Contains(contact.Id) && kept.GetValueOrDefault(contact.Id) is { } was
                    && was with { Told = contact.Told, Holds = contact.Holds, HoldRecordedMs = contact.HoldRecordedMs } == contact);
            return new Folded(kept, [.. differing[false]], [.. differing[true]], [.. kept.Values.Where(contact => !folded.ContainsKey(contact.Id))]);
        }

        public async Task<Outcome<int>> Decide(FoldContactsAgain act, Folded folded, ActContext context, CancellationToken stop)
        {
            var touched = folded.Wrong.Concat(folded.Lacking).Concat(folded.Without).Select(contact => contact.Id).ToArray();
            if (touched.Length == 0)
                return 0;
            // Facts told since were folded onto what was kept: then all is folded once more.
            var now = await KeptAsync(context.Db, touched, stop);
            if (touched.Any(id => now.GetValueOrDefault(id) != folded.Kept.GetValueOrDefault(id)))
                return Overtaken.Refusal;
            await PutRightAsync(context, folded, stop);
            return folded.Wrong.Count + folded.Without.Count;
        }

        private static async Task<Dictionary<ContactId, Contact>> KeptAsync(AnswerableDb db, ContactId[] ids, CancellationToken stop) =>
            (await RowsAsync(db, ids, stop)).ToDictionary(row => row.Id, row => row.Contact());

        private static Task<List<ContactRow>> RowsAsync(AnswerableDb db, ContactId[] ids, CancellationToken stop) =>
            db.Set<ContactRow>().AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).ToListAsync(stop);

        private static async Task<(Dictionary<ContactId, Contact> Folded, HashSet<ContactId> Unread)> FoldAsync(AnswerableDb db, Guid[] ids,
            CancellationToken stop)
        {
            var (contacts, unread) = (new Dictionary<ContactId, Contact>(), new HashSet<ContactId>());
            var lines = await db.Set<JournalRow>().AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Subject)).OrderBy(row => row.Number)
                .ToListAsync(stop);
            foreach (var line in lines.Where(line => line.Name.StartsWith("contact.", StringComparison.Ordinal)))
            {
                var (entry, contact) = (line.Entry(), ContactId.From(line.Subject));
                if (entry.Fact() is ContactFact fact)
                    contacts[contact] = ContactFold.Apply(contacts.GetValueOrDefault(contact), entry, fact);
                else
                    unread.Add(contact);
            }
            foreach (var contact in unread)
                contacts.Remove(contact);
            return (contacts, unread);
        }

        private async Task PutRightAsync(ActContext context, Folded folded, CancellationToken stop)
        {
            var gone = folded.Without.Select(contact => contact.Id).ToArray();
            await context.Db.Set<ContactRow>().Where(row => EF.Parameter(gone).Contains(row.Id)).ExecuteDeleteAsync(stop);
            context.Keep(new RowsKept(ContactRow.Table) { Put = [.. folded.Wrong.Concat(folded.Lacking).Select(ContactRow.Of)] });
            ContactChange[] changes =
            [
                .. folded.Wrong.Select(contact => new ContactChange(folded.Kept.GetValueOrDefault(contact.Id), contact)),
                .. folded.Without.Select(contact => new ContactChange(contact, null)),
            ];
            var mark = (await context.Db.Set<JournalHeadRow>().AsNoTracking().SingleAsync(stop)).Number;
            foreach (var kept in hearers.SelectMany(hearer => hearer.Keep(changes, mark)))
                context.Keep(kept);
        }
    }
}
