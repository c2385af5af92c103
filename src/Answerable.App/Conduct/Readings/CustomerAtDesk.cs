using Answerable.App.Contacts;
using Answerable.App.Privacy;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>What the desk shows of a customer: how they are known, and their latest contacts.</summary>
public sealed record CustomerAtDesk(CustomerId Customer, string? Reference, IReadOnlyList<CustomerAtDesk.Line> Earlier)
{
    public sealed record Line(ContactId Contact, Channel Channel, string? Type, DateTimeOffset At, ContactState State, bool? Resolved, int? Case);

    internal static async Task<CustomerAtDesk> OfAsync(AnswerableDb db, CustomerId customer, ContactId but, CancellationToken stop)
    {
        var reference = await db.Set<CustomerRow>().Where(row => row.Id == customer).Select(row => row.Reference).SingleOrDefaultAsync(stop);
        return await OfAsync(db, customer, reference, await PersonalVault.ReadAsync(db, reference is { } kept ? [kept] : [], stop), but, stop);
    }

    /// <param name="words">Among them, if it is still readable, the reference.</param>
    internal static async Task<CustomerAtDesk> OfAsync(AnswerableDb db, CustomerId customer, Guid? reference, IReadOnlyDictionary<Guid, string> words,
        ContactId but, CancellationToken stop)
    {
        // Whoever was erased asked not to be known again, by what they came with before either; a row taken out as none was no contact.
        var rows = reference is null ? [] : await db.Set<ContactRow>()
            .Where(row => row.Customer == customer && row.Id != but && row.State != ContactState.Excluded)
            .OrderByDescending(row => row.ArrivedAt).Take(8)
            .Select(row => new Line(row.Id, row.Channel, db.Set<ContactTypeRow>().Where(type => type.Code == row.Type).Select(type => type.Name)
                .FirstOrDefault() ?? row.Type,
                row.ArrivedAt, row.State, row.Resolved,
                db.Set<HandlingRow>().Where(handling => handling.Contact == row.Id)
                    .Join(db.Set<CaseRow>(), handling => handling.Case, known => known.Id, (handling, known) => (int?)known.Number).FirstOrDefault()))
            .ToListAsync(stop);
        return new CustomerAtDesk(customer, reference is { } kept ? words.GetValueOrDefault(kept) : null, rows);
    }
}
