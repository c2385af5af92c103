using Answerable.App.Acts;
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
    private const int ContactsAnAct = 500;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly Dispatcher _dispatcher;
    private readonly MeasuresStore _store;

    internal MeasuresRebuild(IDbContextFactory<AnswerableDb> databases, Dispatcher dispatcher, MeasuresStore store) =>
        (_databases, _dispatcher, _store) = (databases, dispatcher, store);

    /// <param name="Contacts">Contacts folded again.</param>
    /// <param name="PutRight">Of those, how many were not as the journal makes them.</param>
    /// <param name="Quarters">Quarter-hours added up.</param>
    public sealed record Finding(long Contacts, long PutRight, int Quarters);

    public async Task<Finding> RunAsync(CancellationToken stop = default)
    {
        var contacts = await SubjectsAsync(stop);
        var putRight = 0L;
        foreach (var ids in contacts.Chunk(ContactsAnAct))
            putRight += (await _dispatcher.DoAsync(new FoldContactsAgain(ids), Actor.System, stop)).Value;
        var quarters = (await _dispatcher.DoAsync(new MarkQuartersDirty(), Actor.System, stop)).Value;
        await _store.AddUpAsync(TimeSpan.MaxValue, stop);
        return new Finding(contacts.Count, putRight, quarters);
    }

    // The subjects of contact facts, and contacts of which no fact speaks.
    private async Task<HashSet<Guid>> SubjectsAsync(CancellationToken stop)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        var subjects = new HashSet<Guid>();
        await foreach (var subject in db.Journal.Where(row => row.Name.StartsWith("contact.")).Select(row => row.Subject).AsAsyncEnumerable().WithCancellation(stop))
            subjects.Add(subject);
        await foreach (var contact in db.Contacts.Select(row => row.Id).AsAsyncEnumerable().WithCancellation(stop))
            subjects.Add(contact.Value);
        return subjects;
    }
}
