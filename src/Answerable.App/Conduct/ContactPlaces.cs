using System.Globalization;
using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Home;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Contacts by their case, their own number or their customer's reference. Only those are found that the one who looks may see.</summary>
internal sealed class ContactPlaces : IPlaces
{
    public bool OpenTo(Actor who) => who.May(Permission.ReadContacts) || who.May(Permission.HandleContacts);

    public async Task<IEnumerable<Place>> NamedAsync(string words, ReadingContext context, CancellationToken stop)
    {
        var db = context.Db;
        var (read, atDesk) = (context.Sees(db.Set<ContactRow>()), context.Sees(db.Set<HandlingRow>()));
        var seen = db.Set<HandlingRow>()
            .Where(row => read.Any(contact => contact.Id == row.Contact) || atDesk.Any(desk => desk.Contact == row.Contact));
        var (rows, sought) = await BearingAsync(db, seen, words, stop);
        if (rows is null)
            return [];
        var lines = await rows.OrderByDescending(row => row.TakenAt).Take(IPlaces.Most)
            .Select(row => new
            {
                row.Contact,
                row.TakenAt,
                Read = read.Any(contact => contact.Id == row.Contact),
                Number = db.Set<CaseRow>().Where(known => known.Id == row.Case)
                .Select(known => known.Number).FirstOrDefault()
            })
            .ToListAsync(stop);
        return lines.Select(line => new Place($"Contact of case {line.Number}, {line.TakenAt:d MMM yyyy}", "Contact", line.Read
            ? $"/contacts/{line.Contact}" : $"/desk/{line.Contact}")
        { Customer = sought });
    }

    /// <returns>No rows where none can bear the words; the customer where they are their reference.</returns>
    private static async Task<(IQueryable<HandlingRow>? Rows, CustomerId? Sought)> BearingAsync(
        AnswerableDb db, IQueryable<HandlingRow> rows, string words, CancellationToken stop)
    {
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (rows.Where(row => db.Set<CaseRow>().Any(known => known.Id == row.Case && known.Number == number)), null);
        if (Guid.TryParse(words, out var id) && ContactId.From(id) is var contact)
            return (rows.Where(row => row.Contact == contact), null);
        return await Customers.FindAsync(db, words, stop) is { } customer
            ? (rows.Where(row => row.Customer == customer.Id), customer.Id) : (null, null);
    }
}
