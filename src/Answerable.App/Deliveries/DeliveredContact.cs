using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Deliveries;

/// <summary>One contact as its events have made it, for the source that delivered it, or for one who may read contacts.</summary>
/// <param name="Named">This centre's id, or the source's own.</param>
[Needs(Permission.DeliverEvents)]
public sealed record DeliveredContact(string Named, string Source) : IReading<Contact>, ILook<Contact>
{
    Look? ILook<Contact>.Seen(Contact result) => new(Sight.ContactByKey, result.Id.Value);

    internal sealed class Reader : IAnswer<DeliveredContact, Contact>
    {
        public async Task<Outcome<Contact>> Answer(DeliveredContact reading, ReadingContext context, CancellationToken stop)
        {
            var id = ContactId.From(Ids.Of(reading.Source, reading.Named));
            var byOurs = Guid.TryParse(reading.Named, out var known) ? ContactId.From(known) : id;
            var named = context.Db.Set<ContactRow>().Where(row => row.Id == id || row.Id == byOurs);
            var row = await named.FirstOrDefaultAsync(row => row.Source == reading.Source, stop)
                ?? await context.Sees(named).FirstOrDefaultAsync(stop);
            return row is not null
                ? row.Contact()
                : new Refusal("not-found", "There is no such contact of yours.");
        }
    }
}
