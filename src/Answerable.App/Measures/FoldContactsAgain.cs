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
            var folded = await FoldAsync(db, [.. act.Contacts], stop);
            var wrong = folded.Values.Where(contact => kept.GetValueOrDefault(contact.Id) != contact).ToList();
            var without = kept.Values.Where(contact => !folded.ContainsKey(contact.Id)).ToList();
            if (wrong.Count + without.Count > 0)
                await PutRightAsync(db, kept, wrong, without, stop);
            return wrong.Count + without.Count;
        }

        private static async Task<Dictionary<ContactId, Contact>> FoldAsync(AnswerableDb db, Guid[] ids, CancellationToken stop)
        {
            var contacts = new Dictionary<ContactId, Contact>();
            var lines = await db.Journal.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Subject)).OrderBy(row => row.Number).ToListAsync(stop);
            foreach (var line in lines.Where(line => line.Name.StartsWith("contact.", StringComparison.Ordinal)))
                if (line.Entry() is var entry && entry.Fact() is ContactFact fact)
                    contacts[ContactId.From(entry.Subject)] = ContactFold.Apply(contacts.GetValueOrDefault(ContactId.From(entry.Subject)), entry, fact);
            return contacts;
        }

        private async Task PutRightAsync(AnswerableDb db, Dictionary<ContactId, Contact> kept, List<Contact> wrong, List<Contact> without, CancellationToken stop)
        {
            var gone = without.Select(contact => contact.Id).ToArray();
            await db.Contacts.Where(row => EF.Parameter(gone).Contains(row.Id)).ExecuteDeleteAsync(stop);
            var quarters = wrong.Concat(without)
                .Concat(wrong.Select(contact => kept.GetValueOrDefault(contact.Id)).OfType<Contact>())
                .Select(contact => ContactProjection.Quarter(contact.ArrivedAt)).ToHashSet();
            var mark = (await db.JournalHead.AsNoTracking().SingleAsync(stop)).Number;
            using var ledger = dialect.LedgerOn(db.Database.GetDbConnection());
            await ledger.KeepAsync(wrong, quarters, mark);
        }
    }
}
