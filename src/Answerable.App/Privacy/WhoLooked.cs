using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>
/// Who looked at customers' data, the latest first: of all, of one person, or at one customer's. Looking at it is on record itself.
/// </summary>
/// <param name="Customer">By their number: at them, and at every contact that is theirs.</param>
[Needs(Permission.ReadLooks)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record WhoLooked(DateTimeOffset From, DateTimeOffset To, PersonId? Person = null, CustomerId? Customer = null, int Page = 1)
    : IReading<WhoLooked.Listing>, ILook<WhoLooked.Listing>
{
    public const int PageSize = 50;

    /// <summary>What is more is refused: nothing in a file could say that it was not all.</summary>
    public const int MostInAFile = 100_000;

    /// <summary>How many a page; more than fifty for a download.</summary>
    public int Most { get; init; } = PageSize;

    /// <param name="Who">A person's name, a key's, or the command line's.</param>
    /// <param name="ByKey">The person's own key, where they looked by one.</param>
    /// <param name="Page">The pattern of its address.</param>
    public sealed record Line(DateTimeOffset At, string Who, Sight Sight, Guid? Subject, string? Page, string? ByKey);

    /// <param name="People">Who is on record at all, to choose among.</param>
    /// <param name="Days">For how long it is kept.</param>
    public sealed record Listing(IReadOnlyList<Line> Lines, int Total, IReadOnlyList<Known> People, int Days)
    {
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    public sealed record Known(PersonId Id, string Name);

    Look? ILook<Listing>.Seen(Listing result) => new(Sight.Looks, Customer?.Value ?? Person?.Value);

    internal sealed class Reader(Witness witness) : IAnswer<WhoLooked, Listing>
    {
        public async Task<Outcome<Listing>> Answer(WhoLooked reading, ReadingContext context, CancellationToken stop)
        {
            await witness.TryKeepAsync(stop);
            var db = context.Db;
            var rows = db.Set<LookRow>().Where(row => row.At >= reading.From && row.At < reading.To);
            if (reading.Person is { } person)
                rows = rows.Where(row => row.Person == person);
            if (reading.Customer is { } customer)
            {
                // One list, and nothing beside it: so they are found by the index of what was looked at, among however many looks.
                var contacts = await db.Set<ContactRow>().Where(row => row.Customer == customer).Select(row => row.Id).ToListAsync(stop);
                Guid[] theirs = [customer.Value, .. contacts.Select(contact => contact.Value)];
                rows = rows.Where(row => row.Subject != null && EF.Parameter(theirs).Contains(row.Subject.Value));
            }
            var most = Math.Clamp(reading.Most, 1, MostInAFile);
            var total = await rows.CountAsync(stop);
            if (most > PageSize && total > most)
                return WholeFile.TooMany(total, most, "Choose fewer days, a person or a customer.");
            var page = await rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
                .Skip((Math.Max(1, reading.Page) - 1) * most).Take(most).ToListAsync(stop);
            var names = await PersonNames.OfAsync(db, page.Select(row => row.Person), stop);
            var people = await db.Set<PersonRow>().Where(known => db.Set<LookRow>().Any(row => row.Person == known.Id))
                .OrderBy(known => known.Name).Select(known => new Known(known.Id, known.Name)).ToListAsync(stop);
            var rules = await db.Set<LookRulesRow>().SingleAsync(stop);
            return new Listing(page.ConvertAll(row => new Line(row.At, names[row.Person] ?? row.Hand ?? PersonNames.Gone, row.Sight, row.Subject,
                row.Page, row.Person is null ? null : row.Hand)), total, people, rules.Days);
        }
    }
}
