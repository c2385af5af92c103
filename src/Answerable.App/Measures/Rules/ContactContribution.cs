using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>The measures of contacts, from their rows; the quarter-hours a fact changes are marked in the transaction that appends it.</summary>
internal sealed class ContactContribution : IContribution
{
    public Family Family => ContactMeasures.Family;

    public IAsyncEnumerable<int> QuartersAsync(AnswerableDb db) =>
        db.Set<ContactRow>().Select(row => row.ArrivedAt).AsAsyncEnumerable().Select(DirtyQuarters.Of).Distinct();

    public async Task<IReadOnlyList<SummedQuarter>> SumAsync(AnswerableDb db, IReadOnlyList<MeasuresDirtyRow> dirty, CancellationToken stop)
    {
        var contacts = await QuarterContacts.LoadAsync(db, [.. dirty.Select(row => row.Quarter)], stop);
        var neighbours = new Neighbours(db);
        var touched = await QuarterContacts.LoadAsync(db, await neighbours.TouchedAsync(contacts, dirty.Max(row => row.Mark), stop), stop);
        var links = Links.Find(await neighbours.AroundAsync(touched.Values.SelectMany(own => own), stop));
        return [.. touched.Concat(contacts).Select(pair => Sum(pair.Key, pair.Value, links))];
    }

    private static SummedQuarter Sum(int quarter, List<Contact> contacts, Dictionary<ContactId, LinkCodes> links) => new(
        quarter, QuarterSum.Of(contacts, links), LinkedBytes.Write(quarter, [.. contacts.Select(LinkedContact.Of).OfType<LinkedContact>()]));
}
