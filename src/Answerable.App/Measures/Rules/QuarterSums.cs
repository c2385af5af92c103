using System.Data.Common;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Answerable.App.Measures;

/// <summary>
/// Adds dirty quarter-hours of a family up again, beside the writer and without holding it up: all queries see one committed state,
/// and the sums say as of which line of the journal they are.
/// </summary>
internal sealed class QuarterSums(Dialect dialect, IDbContextFactory<AnswerableDb> databases)
{
    /// <summary>Newest first, so that today's figures come before last year's.</summary>
    public async Task<Summed> SumAsync(IContribution contribution, CancellationToken stop)
    {
        var (family, nothing) = (contribution.Family.Id, new Summed(contribution.Family, 0, [], 0));
        await using var db = await databases.CreateDbContextAsync(stop);
        if (!await db.Set<MeasuresDirtyRow>().AnyAsync(row => row.Family == family, stop))
            return nothing;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(stop);
        await using var transaction = await dialect.BeginReadingAsync(db.Database.GetDbConnection(), stop);
        await db.Database.UseTransactionAsync(transaction, stop);
        var dirty = await db.Set<MeasuresDirtyRow>().Where(row => row.Family == family).OrderByDescending(row => row.Quarter)
            .Take(contribution.QuartersARound).ToListAsync(stop);
        if (dirty.Count == 0)
            return nothing;
        var asOf = (await db.Set<JournalHeadRow>().SingleAsync(stop)).Number;
        var quarters = await contribution.SumAsync(db, dirty, stop);
        var left = await db.Set<MeasuresDirtyRow>().CountAsync(row => row.Family == family, stop) - dirty.Count;
        return new Summed(contribution.Family, asOf, quarters, left);
    }
}
