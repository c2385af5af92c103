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
        HashSet<Guid> contacts;
        await using (var db = await _databases.CreateDbContextAsync(stop))
            contacts = await SubjectsAsync(db, stop);
        var putRight = 0L;
        foreach (var ids in contacts.Chunk(ContactsAnAct))
            putRight += (await _dispatcher.DoAsync(new FoldContactsAgain(ids), Actor.System, stop)).Value;
        var quarters = 0;
        foreach (var store in _stores.All)
            quarters += await AddUpAgainAsync(store, stop);
        return new Finding(contacts.Count, putRight, quarters);
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

    // The subjects of contact facts, and contacts of which no fact speaks.
    internal static async Task<HashSet<Guid>> SubjectsAsync(AnswerableDb db, CancellationToken stop)
    {
        var subjects = new HashSet<Guid>();
        await foreach (var subject in db.Set<JournalRow>().Where(row => row.Name.StartsWith("contact.")).Select(row => row.Subject)
            .AsAsyncEnumerable().WithCancellation(stop))
            subjects.Add(subject);
        await foreach (var contact in db.Set<ContactRow>().Select(row => row.Id).AsAsyncEnumerable().WithCancellation(stop))
            subjects.Add(contact.Value);
        return subjects;
    }
}
