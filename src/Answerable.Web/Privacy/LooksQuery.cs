using Answerable.App.Privacy;
using Answerable.Web.Shared;

namespace Answerable.Web.Privacy;

/// <summary>Who looked, as an address asks: days of the centre's clock, a person, a customer.</summary>
internal static class LooksQuery
{
    private const int UsualDays = 30;

    public static (DateOnly First, DateOnly Last) Days(IQueryCollection query, DateTimeOffset now)
    {
        var last = Local.DayWritten(query["last"]) ?? Local.Day(now);
        var first = Local.DayWritten(query["from"]) ?? last.AddDays(1 - UsualDays);
        return first <= last ? (first, last) : (last, first);
    }

    public static WhoLooked Of(IQueryCollection query, DateTimeOffset now, int page)
    {
        var (first, last) = Days(query, now);
        return new WhoLooked(Local.StartOf(first), Local.StartOf(last.AddDays(1)),
            Guid.TryParse(query["person"], out var person) ? PersonId.From(person) : null,
            Guid.TryParse(query["customer"], out var customer) ? CustomerId.From(customer) : null, page);
    }
}
