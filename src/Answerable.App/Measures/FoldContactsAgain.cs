using Answerable.App.Acts;
using Answerable.App.Contacts;
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
    internal sealed class Handler(Dialect dialect) : IHandle<FoldContactsAgain, int>
    {
        public async Task<Outcome<int>> Handle(FoldContactsAgain act, ActContext context, CancellationToken stop)
        {
            var db = context.Db;
            var ids = act.Contacts.Select(ContactId.From).ToArray();
            var kept = await db.Contacts.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Contact(), stop);
            var (folded, unread) = await FoldAsync(db, [.. act.Contacts], stop);
            // Of these only a part is understood here: they stay as the version that understood all of it left them.
            foreach (var contact in unread)
                kept.Remove(contact);
            // What 0.1.0 kept lacks when each thing was told: that is filled in, and is no fault.
            var wrong = folded.Values.Where(contact => kept.GetValueOrDefault(contact.Id) is not { } was || was with { Told = contact.Told } != contact).ToList();
            var lacking = folded.Values.Where(contact => kept.GetValueOrDefault(contact.Id) is { } was && was != contact && was with { Told = contact.Told } == contact).ToList();
            var without = kept.Values.Where(contact => !folded.ContainsKey(contact.Id)).ToList();
            if (wrong.Count + without.Count + lacking.Count > 0)
                await PutRightAsync(db, kept, wrong, without, lacking, stop);
            return wrong.Count + without.Count;
        }

        private static async Task<(Dictionary<ContactId, Contact> Folded, HashSet<ContactId> Unread)> FoldAsync(AnswerableDb db, Guid[] ids, CancellationToken stop)
        {
            var (contacts, unread) = (new Dictionary<ContactId, Contact>(), new HashSet<ContactId>());
            var lines = await db.Journal.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Subject)).OrderBy(row => row.Number).ToListAsync(stop);
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

        private async Task PutRightAsync(AnswerableDb db, Dictionary<ContactId, Contact> kept, List<Contact> wrong, List<Contact> without, List<Contact> lacking, CancellationToken stop)
        {
            var gone = without.Select(contact => contact.Id).ToArray();
            await db.Contacts.Where(row => EF.Parameter(gone).Contains(row.Id)).ExecuteDeleteAsync(stop);
            var quarters = wrong.Concat(without)
                .Concat(wrong.Select(contact => kept.GetValueOrDefault(contact.Id)).OfType<Contact>())
                .Select(contact => ContactProjection.Quarter(contact.ArrivedAt)).ToHashSet();
            var mark = (await db.JournalHead.AsNoTracking().SingleAsync(stop)).Number;
            using var ledger = dialect.LedgerOn(db.Database.GetDbConnection());
            await ledger.KeepAsync([.. wrong, .. lacking], quarters, mark);
        }
    }
}
