using System.Data.Common;
using Answerable.Analysis.Measures;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Answerable.App.Measures;

/// <summary>
/// Adds dirty quarter-hours up again from the contacts, beside the writer and without holding it up: all queries see one committed state,
/// and the sums say as of which line of the journal they are.
/// </summary>
internal sealed class QuarterSums(Dialect dialect, IDbContextFactory<AnswerableDb> databases)
{
    /// <summary>Newest first, so that today's figures come before last year's.</summary>
    public async Task<Summed> SumAsync(int most, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (!await db.MeasuresDirty.AnyAsync(stop))
            return new Summed(0, [], 0);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(stop);
        await using var transaction = await dialect.BeginReadingAsync(db.Database.GetDbConnection(), stop);
        await db.Database.UseTransactionAsync(transaction, stop);
        var dirty = await db.MeasuresDirty.OrderByDescending(row => row.Quarter).Take(most).ToListAsync(stop);
        if (dirty.Count == 0)
            return new Summed(0, [], 0);
        var asOf = (await db.JournalHead.SingleAsync(stop)).Number;
        var contacts = await QuarterContacts.LoadAsync(db, dirty.ConvertAll(row => row.Quarter), stop);
        var neighbours = new Neighbours(db);
        var touched = await QuarterContacts.LoadAsync(db, await neighbours.TouchedAsync(contacts, dirty.Max(row => row.Mark), stop), stop);
        var links = Links.Find(await neighbours.AroundAsync(touched.Values.SelectMany(own => own), stop));
        foreach (var (quarter, own) in touched)
            contacts.Add(quarter, own);
        var left = await db.MeasuresDirty.CountAsync(stop) - dirty.Count;
        return new Summed(asOf, [.. contacts.Select(pair => Sum(pair.Key, pair.Value, links))], left);
    }

    private static SummedQuarter Sum(int quarter, List<Contact> contacts, Dictionary<ContactId, LinkCodes> links) => new(
        quarter, QuarterSum.Of(contacts, links), LinkedBytes.Write(quarter, [.. contacts.Select(LinkedContact.Of).OfType<LinkedContact>()]));
}
