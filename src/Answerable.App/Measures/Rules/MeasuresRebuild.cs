using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// Makes the measures again from the journal: folds every contact from its facts, then adds up every quarter-hour.
/// The centre may go on working meanwhile.
/// </summary>
public sealed class MeasuresRebuild
{
    private const int ContactsAnAct = 200;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly Dispatcher _dispatcher;
    private readonly MeasuresStores _stores;
    private readonly SumsKeeper _keeper;

    internal MeasuresRebuild(IDbContextFactory<AnswerableDb> databases, Dispatcher dispatcher, MeasuresStores stores, SumsKeeper keeper) =>
        (_databases, _dispatcher, _stores, _keeper) = (databases, dispatcher, stores, keeper);

    /// <param name="Contacts">Contacts folded again.</param>
    /// <param name="PutRight">Of those, how many were not as the journal makes them.</param>
    /// <param name="Quarters">Quarter-hours added up.</param>
    public sealed record Finding(long Contacts, long PutRight, int Quarters);

    public async Task<Finding> RunAsync(CancellationToken stop = default)
    {
        var (contacts, putRight) = (0L, 0L);
        await using (var db = await _databases.CreateDbContextAsync(stop))
            await foreach (var ids in ContactsAsync(db, ContactsAnAct, stop))
            {
                contacts += ids.Length;
                putRight += (await _dispatcher.DoAsync(new FoldContactsAgain(ids), Actor.System, stop)).Value;
            }
        var quarters = 0;
        foreach (var store in _stores.All)
            quarters += await AddUpAgainAsync(store, stop);
        return new Finding(contacts, putRight, quarters);
    }

    private async Task<int> AddUpAgainAsync(MeasuresStore store, CancellationToken stop)
    {
        var family = store.Contribution.Family;
        var quarters = new HashSet<int>();
        await using (var db = await _databases.CreateDbContextAsync(stop))
        {
            quarters.UnionWith(await db.Set<MeasuresQuarterRow>().Where(row => row.Family == family.Id).Select(row => row.Quarter).ToListAsync(stop));
            await foreach (var quarter in store.Contribution.QuartersAsync(db).WithCancellation(stop))
                quarters.Add(quarter);
        }
        await _keeper.MarkAsync(family, quarters, doubted: true, stop);
        await store.AddUpAsync(TimeSpan.MaxValue, stop);
        return quarters.Count;
    }

    /// <summary>All contacts there are, then those of which the journal tells and that are not there.</summary>
    internal static IAsyncEnumerable<Guid[]> ContactsAsync(AnswerableDb db, int most, CancellationToken stop)
    {
        const string missing = "journal_entries WHERE name LIKE 'contact.%' "
            + "AND NOT EXISTS (SELECT 1 FROM journal_contacts WHERE journal_contacts.id = journal_entries.subject)";
        return IdPages.OfAsync(db, "journal_contacts", "id", most, stop).Concat(IdPages.OfAsync(db, missing, "subject", most, stop));
    }
}
