using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// What is open of a customer who is erased goes on with their new record: what is written from then on is under its key, and can be erased in its
/// turn. Their cases are nobody's any more.
/// </summary>
internal sealed class ErasedOnDesks : IEraseToo
{
    public IReadOnlyList<string> Rewrites => [];

    public Task<Outcome<Parting>> FindAsync(AnswerableDb db, Erased erased, CancellationToken stop) => Task.FromResult<Outcome<Parting>>(
        new Parting((context, token) => GoOnAsync(context, erased, token)));

    private static async Task GoOnAsync(ActContext context, Erased erased, CancellationToken stop)
    {
        var db = context.Db;
        var handlings = await db.Set<HandlingRow>().Where(row => row.Customer == erased.Customer && row.ClosedAt == null).ToListAsync(stop);
        var referrals = db.Set<ReferralRow>().Where(row => row.Customer == erased.Customer && row.ClosedAt == null);
        var anyOpen = handlings.Count > 0 || await referrals.AnyAsync(stop);
        CustomerId? anew = anyOpen && erased.Reference is { } reference ? await Customers.IdOfAsync(db, reference, context.Now, stop) : null;
        await db.SaveChangesAsync(stop);
        await referrals.ExecuteUpdateAsync(set => set.SetProperty(row => row.Customer, anew), stop);
        await db.Set<CaseRow>().Where(row => row.Customer == erased.Customer)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Customer, (CustomerId?)null), stop);
        var cases = handlings.Select(row => row.Case).ToArray();
        await db.Set<CaseRow>().Where(row => cases.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Customer, anew), stop);
        foreach (var row in handlings)
        {
            row.Customer = anew;
            context.Tell(Topics.Desk(row.Agent));
        }
    }
}
