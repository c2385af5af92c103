using Answerable.App.Contacts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>
/// Whose contacts, of some, were a customer's who has been erased since. They stay that nobody's, whatever is told of them later, by whichever way:
/// who comes again, comes with a contact of their own.
/// </summary>
internal static class ErasedOfContacts
{
    public static async Task<IReadOnlyDictionary<Guid, CustomerId>> AmongAsync(AnswerableDb db, IEnumerable<Guid> contacts, CancellationToken stop)
    {
        ContactId[] asked = [.. contacts.Distinct().Select(ContactId.From)];
        return asked.Length == 0 ? new Dictionary<Guid, CustomerId>()
            : await db.Set<ContactRow>().Where(row => EF.Parameter(asked).Contains(row.Id))
                .Join(db.Set<CustomerRow>().Where(customer => customer.ErasedAt != null), row => row.Customer, customer => customer.Id,
                    (row, customer) => new { row.Id, Gone = customer.Id })
                .ToDictionaryAsync(pair => pair.Id.Value, pair => pair.Gone, stop);
    }
}
