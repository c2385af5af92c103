using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>A contact belongs to one case: a known one, or one opened with it.</summary>
internal static class Cases
{
    private const int First = 1001;

    public static async Task<Outcome<CaseId>> OfAsync(ActContext context, ContactId contact, int? number, CustomerId? customer, FactKind kind,
        CancellationToken stop) =>
        number is { } known ? await JoinAsync(context, contact, known, customer, kind, stop)
            : await OpenAsync(context, Ids.New<CaseId>(), contact, customer, kind, stop);

    private static async Task<Outcome<CaseId>> JoinAsync(ActContext context, ContactId contact, int number, CustomerId? customer, FactKind kind,
        CancellationToken stop)
    {
        if (await context.Db.Set<CaseRow>().SingleOrDefaultAsync(row => row.Number == number, stop) is not { } joined)
            return ConductRefusals.NoSuchCase;
        if (await ClosedToAsync(context, joined, customer, stop) is { } closed)
            return closed;
        joined.Customer ??= customer;
        context.Happened(new CaseJoined(contact), joined.Id, kind);
        return joined.Id;
    }

    /// <summary>
    /// Numbers run on, so a number alone opens nobody's notes: a case is continued by those who may see a contact of it, and by whoever has
    /// its customer with them.
    /// </summary>
    private static async Task<Refusal?> ClosedToAsync(ActContext context, CaseRow known, CustomerId? customer, CancellationToken stop)
    {
        if (known.Customer is { } theirs && customer is { } named)
            return theirs == named ? null : ConductRefusals.AnothersCase(known.Number);
        var seen = context.Who.Person is null || await new ReadingContext(context.Db, context.Who, context.Now).Sees(context.Db.Set<HandlingRow>())
            .AnyAsync(row => row.Case == known.Id, stop);
        return seen ? null : known.Customer is null ? ConductRefusals.CaseNotOpen(known.Number) : ConductRefusals.CaseOfWhom(known.Number);
    }

    /// <summary>A case is one customer's: who it is of may be put right while one contact is all it has.</summary>
    public static async Task<Refusal?> NameAsync(ActContext context, HandlingRow handling, CustomerId customer, CancellationToken stop)
    {
        if (await context.Db.Set<CaseRow>().FindAsync([handling.Case], stop) is not { } known || known.Customer == customer)
            return null;
        if (known.Customer is not null
            && await context.Db.Set<HandlingRow>().AnyAsync(row => row.Case == known.Id && row.Contact != handling.Contact, stop))
            return ConductRefusals.AnothersCaseThis(known.Number);
        known.Customer = customer;
        return null;
    }

    public static async Task<CaseId> OpenAsync(ActContext context, CaseId id, ContactId contact, CustomerId? customer, FactKind kind,
        CancellationToken stop)
    {
        var number = (await context.Db.Set<CaseRow>().MaxAsync(row => (int?)row.Number, stop) ?? First - 1) + 1;
        var opened = new CaseRow { Id = id, Number = number, Customer = customer, OpenedAt = context.Now };
        context.Db.Set<CaseRow>().Add(opened);
        context.Happened(new CaseOpened(number, contact), opened.Id, kind);
        return opened.Id;
    }
}
