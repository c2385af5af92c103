using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Measures;

/// <summary>Reads what the journal has grown by since, for families whose quarter-hours the writer does not mark: so a new family costs the writer
/// nothing, and finds the years before it came.</summary>
internal sealed class JournalFollower(IDbContextFactory<AnswerableDb> databases, IServiceProvider services)
{
    private const int LinesARound = 20_000;

    /// <summary>Follows a stretch; returns whether there is more.</summary>
    public async Task<bool> FollowAsync(IContribution contribution, CancellationToken stop)
    {
        if (contribution.Hears is null)
            return false;
        await using var db = await databases.CreateDbContextAsync(stop);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var family = contribution.Family.Id;
        var from = await db.Set<MeasuresFollowRow>().Where(row => row.Family == family).Select(row => row.Number).SingleOrDefaultAsync(stop);
        var end = (await db.Set<JournalHeadRow>().SingleAsync(stop)).Number;
        if (from >= end)
            return false;
        var to = Math.Min(end, from + LinesARound);
        var quarters = await TouchedAsync(db, contribution, from, to, stop);
        await services.GetRequiredService<Dispatcher>().DoAsync(new FollowJournal(family, from, to, quarters), Actor.System, stop);
        return to < end;
    }

    /// <summary>The quarter-hours that what is not followed yet will change.</summary>
    public static async Task<HashSet<int>> AheadAsync(AnswerableDb db, IContribution contribution, CancellationToken stop)
    {
        var (family, quarters) = (contribution.Family.Id, new HashSet<int>());
        if (contribution.Hears is null)
            return quarters;
        var end = (await db.Set<JournalHeadRow>().AsNoTracking().SingleAsync(stop)).Number;
        for (var from = await db.Set<MeasuresFollowRow>().Where(row => row.Family == family).Select(row => row.Number).SingleOrDefaultAsync(stop);
            from < end; from += LinesARound)
            quarters.UnionWith(await TouchedAsync(db, contribution, from, Math.Min(end, from + LinesARound), stop));
        return quarters;
    }

    private static async Task<IReadOnlyCollection<int>> TouchedAsync(
        AnswerableDb db, IContribution contribution, long from, long to, CancellationToken stop)
    {
        var hears = contribution.Hears!;
        var heard = await db.Set<JournalRow>().Where(row => row.Number > from && row.Number <= to && row.Name.StartsWith(hears))
            .Select(row => new Heard(row.Number, row.Subject, row.At)).ToListAsync(stop);
        return heard.Count == 0 ? [] : await contribution.TouchedAsync(db, heard, stop);
    }
}
