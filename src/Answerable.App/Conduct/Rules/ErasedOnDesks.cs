using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// What somebody has in hand of a customer who is erased goes on with their new record: what is written from then on is under its key, and can be
/// erased in its turn. What was left goes on without a customer, as do their cases and what was referred of them.
/// </summary>
internal sealed class ErasedOnDesks : IEraseToo
{
    public IReadOnlyList<string> Rewrites => [];

    public Task<Outcome<Parting>> FindAsync(AnswerableDb db, Erased erased, CancellationToken stop) => Task.FromResult<Outcome<Parting>>(
        new Parting((context, token) => GoOnAsync(context, erased, token)));

    public async Task<IReadOnlyList<ContactId>> InHandAsync(AnswerableDb db, CustomerId customer, CancellationToken stop) =>
        await db.Set<HandlingRow>().Where(row => row.Customer == customer && row.ClosedAt == null && row.LeftAt == null)
            .OrderBy(row => row.TakenAt).Select(row => row.Contact).ToListAsync(stop);

    private static async Task GoOnAsync(ActContext context, Erased erased, CancellationToken stop)
    {
        var db = context.Db;
        var handlings = await db.Set<HandlingRow>().Where(row => row.Customer == erased.Customer && row.ClosedAt == null).ToListAsync(stop);
        var inHand = handlings.FindAll(row => row.LeftAt is null);
        CustomerId? anew = inHand.Count > 0 && erased.Reference is { } reference
            ? await Customers.IdOfAsync(db, reference, context.Now, stop) : null;
        await db.SaveChangesAsync(stop);
        var (contacts, cases) = (inHand.Select(row => row.Contact).ToArray(), inHand.Select(row => row.Case).ToArray());
        var referrals = db.Set<ReferralRow>().Where(row => row.Customer == erased.Customer && row.ClosedAt == null);
        await referrals.Where(row => contacts.Contains(row.Contact)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Customer, anew), stop);
        await referrals.ExecuteUpdateAsync(set => set.SetProperty(row => row.Customer, (CustomerId?)null), stop);
        await db.Set<CaseRow>().Where(row => row.Customer == erased.Customer)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Customer, (CustomerId?)null), stop);
        await db.Set<CaseRow>().Where(row => cases.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Customer, anew), stop);
        foreach (var row in handlings)
        {
            row.Customer = row.LeftAt is null ? anew : null;
            context.Tell(Topics.Desk(row.Agent));
        }
    }
}
