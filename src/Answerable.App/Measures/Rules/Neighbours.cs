using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// A contact of a known customer also tells something about the contacts of the same customer before and after it: whether they were repeats.
/// </summary>
internal sealed class Neighbours(AnswerableDb db)
{
    private const int CustomersAQuery = 2000;
    private static readonly byte Family = ContactMeasures.Family.Id;
    private static readonly TimeSpan Reach = TimeSpan.FromDays(Repeat.LongestWindow + 1);
    private readonly Dictionary<ContactId, LinkedContact> _around = [];

    /// <summary>
    /// Other quarter-hours whose repeats the changes in these touch; not those that are dirty themselves, and not those added up
    /// as of the last change or later: they hold it.
    /// </summary>
    public async Task<List<int>> TouchedAsync(Dictionary<int, List<Contact>> contacts, long lastChange, CancellationToken stop)
    {
        var now = contacts.Values.SelectMany(own => own).Select(LinkedContact.Of).OfType<LinkedContact>().ToList();
        var changed = await ChangedAsync(contacts.Keys, now, stop);
        await LoadAsync(now.Concat(changed), stop);
        var byCustomer = changed.ToLookup(contact => contact.Customer);
        var touched = _around.Values
            .Where(contact => byCustomer[contact.Customer].Any(other => Math.Abs(other.AtMs - contact.AtMs) <= Reach.TotalMilliseconds))
            .Select(contact => DirtyQuarters.Of(DateTimeOffset.FromUnixTimeMilliseconds(contact.AtMs)))
            .Where(quarter => !contacts.ContainsKey(quarter))
            .Distinct().ToArray();
        return touched.Length == 0 ? [] : await db.Set<MeasuresQuarterRow>()
            .Where(row => row.Family == Family && EF.Parameter(touched).Contains(row.Quarter) && row.AsOf < lastChange
                && !db.Set<MeasuresDirtyRow>().Any(dirty => dirty.Family == Family && dirty.Quarter == row.Quarter))
            .Select(row => row.Quarter).ToListAsync(stop);
    }

    /// <summary>Everything that tells about the repeats of the quarter-hours asked about and of these contacts besides.</summary>
    public async Task<IReadOnlyCollection<LinkedContact>> AroundAsync(IEnumerable<Contact> besides, CancellationToken stop)
    {
        await LoadAsync(besides.Select(LinkedContact.Of).OfType<LinkedContact>(), stop);
        return _around.Values;
    }

    /// <summary>All contacts of the same customers within reach of any of these, these included.</summary>
    private async Task LoadAsync(IEnumerable<LinkedContact> contacts, CancellationToken stop)
    {
        var asked = contacts.ToList();
        if (asked.Count == 0)
            return;
        var from = DateTimeOffset.FromUnixTimeMilliseconds(asked.Min(contact => contact.AtMs)) - Reach;
        var to = DateTimeOffset.FromUnixTimeMilliseconds(asked.Max(contact => contact.AtMs)) + Reach;
        foreach (var customers in asked.Select(contact => (CustomerId?)new CustomerId(contact.Customer)).Distinct().Chunk(CustomersAQuery))
            await QueryAsync(customers, from, to, stop);
    }

    private async Task QueryAsync(CustomerId?[] customers, DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        var rows = db.Set<ContactRow>()
            .Where(row => EF.Parameter(customers).Contains(row.Customer) && row.ArrivedAt >= from && row.ArrivedAt <= to && !row.Excluded)
            .Select(row => new { row.Id, row.Kind, row.Customer, row.Type, row.ArrivedAt, row.AnsweredAt });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
            _around[row.Id] = new LinkedContact(
                row.Id, row.Customer!.Value.Value, row.Type
                    ?? "", row.ArrivedAt.ToUnixTimeMilliseconds(), row.AnsweredAt is not null, LinkedContact.CircleOf(row.Kind));
    }

    /// <summary>Contacts of known customers that are in these quarter-hours now and were not, or were and are not, when they were last added
    /// up.</summary>
    private async Task<List<LinkedContact>> ChangedAsync(IEnumerable<int> quarters, List<LinkedContact> now, CancellationToken stop)
    {
        var asked = quarters.ToArray();
        var kept = await db.Set<MeasuresQuarterRow>().Where(row => row.Family == Family && EF.Parameter(asked).Contains(row.Quarter))
            .Select(row => new { row.Quarter, row.Linked }).ToListAsync(stop);
        var changed = kept.SelectMany(row => LinkedBytes.Read(row.Quarter, row.Linked)).ToHashSet();
        changed.SymmetricExceptWith(now.Select(contact => contact with { Id = default }));
        return [.. changed];
    }
}
