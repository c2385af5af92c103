using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Deliveries;

/// <summary>One contact as its events have made it, for the source that delivered it, or for one who may read contacts.</summary>
/// <param name="Named">This centre's id, or the source's own.</param>
[Needs(Permission.DeliverEvents)]
public sealed record DeliveredContact(string Named, string Source) : IReading<DeliveredContact.Finding>, ILook<DeliveredContact.Finding>
{
    private const int MostLines = 500;

    /// <param name="Waits">How long it stood in each queue it was in.</param>
    public sealed record Finding(Contact Contact, IReadOnlyList<QueueWait> Waits);

    Look? ILook<Finding>.Seen(Finding result) => new(Sight.ContactByKey, result.Contact.Id.Value);

    internal sealed class Reader : IAnswer<DeliveredContact, Finding>
    {
        public async Task<Outcome<Finding>> Answer(DeliveredContact reading, ReadingContext context, CancellationToken stop)
        {
            var id = ContactId.From(Ids.Of(reading.Source, reading.Named));
            var byOurs = Guid.TryParse(reading.Named, out var known) ? ContactId.From(known) : id;
            var named = context.Db.Set<ContactRow>().Where(row => row.Id == id || row.Id == byOurs);
            var row = await named.FirstOrDefaultAsync(row => row.Source == reading.Source, stop)
                ?? await context.Sees(named).FirstOrDefaultAsync(stop);
            if (row is null)
                return new Refusal("not-found", "There is no such contact of yours.");
            var told = await context.Db.Set<JournalRow>().Where(line => line.Subject == row.Id.Value).OrderBy(line => line.Number).Take(MostLines)
                .Select(line => new { line.At, line.Name, line.Body }).ToListAsync(stop);
            var contact = row.Contact();
            return new Finding(contact, QueueWait.Of(contact, told.Select(line => (line.At, FactCatalogue.Read(line.Name, line.Body)))));
        }
    }
}
