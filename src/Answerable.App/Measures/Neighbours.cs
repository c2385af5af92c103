using Answerable.Analysis.Measures;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// A contact of a known customer also tells something about the contacts of the same customer before and after it: whether they were repeats.
/// </summary>
internal sealed class Neighbours(AnswerableDb db)
{
    private const int CustomersAQuery = 2000;
    private static readonly TimeSpan Reach = TimeSpan.FromDays(Repeat.LongestWindow + 1);

    /// <summary>Other quarter-hours whose repeats the changes in these touch, those excepted that are dirty themselves.</summary>
    public async Task<List<int>> TouchedAsync(IReadOnlyCollection<int> dirty, Dictionary<int, List<Contact>> contacts, CancellationToken stop)
    {
        var changed = await ChangedAsync(dirty, contacts, stop);
        var around = await OfAsync(changed, stop);
        var byCustomer = changed.ToLookup(contact => contact.Customer);
        var touched = around
            .Where(contact => byCustomer[contact.Customer].Any(other => Math.Abs(other.AtMs - contact.AtMs) <= Reach.TotalMilliseconds))
            .Select(contact => ContactProjection.Quarter(DateTimeOffset.FromUnixTimeMilliseconds(contact.AtMs)))
            .Where(quarter => !contacts.ContainsKey(quarter))
            .ToHashSet();
        if (touched.Count > 0)
            touched.ExceptWith(await db.MeasuresDirty.Select(row => row.Quarter).ToListAsync(stop));
        return [.. touched];
    }

    /// <summary>All contacts of the same customers within reach of any of these, these included.</summary>
    public async Task<List<LinkedContact>> OfAsync(IReadOnlyCollection<LinkedContact> contacts, CancellationToken stop)
    {
        var found = new List<LinkedContact>();
        if (contacts.Count == 0)
            return found;
        var from = DateTimeOffset.FromUnixTimeMilliseconds(contacts.Min(contact => contact.AtMs)) - Reach;
        var to = DateTimeOffset.FromUnixTimeMilliseconds(contacts.Max(contact => contact.AtMs)) + Reach;
        foreach (var customers in contacts.Select(contact => (CustomerId?)new CustomerId(contact.Customer)).Distinct().Chunk(CustomersAQuery))
            found.AddRange(await QueryAsync(customers, from, to, stop));
        return found;
    }

    private async Task<List<LinkedContact>> QueryAsync(CustomerId?[] customers, DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        var rows = await db.Contacts
            .Where(row => EF.Parameter(customers).Contains(row.Customer) && row.ArrivedAt >= from && row.ArrivedAt <= to && !row.Excluded)
            .Select(row => new { row.Id, row.Kind, row.Customer, row.Type, row.ArrivedAt, row.AnsweredAt })
            .ToListAsync(stop);
        return rows.ConvertAll(row => new LinkedContact(
            row.Id, row.Customer!.Value.Value, row.Type ?? "", row.ArrivedAt.ToUnixTimeMilliseconds(), row.AnsweredAt is not null, LinkedContact.CircleOf(row.Kind)));
    }

    /// <summary>Contacts of known customers that are in these quarter-hours now and were not, or were and are not, when they were last added up.</summary>
    private async Task<List<LinkedContact>> ChangedAsync(IReadOnlyCollection<int> dirty, Dictionary<int, List<Contact>> contacts, CancellationToken stop)
    {
        var asked = dirty.ToArray();
        var kept = await db.MeasuresQuarters.Where(row => EF.Parameter(asked).Contains(row.Quarter)).Select(row => new { row.Quarter, row.Linked }).ToListAsync(stop);
        var before = kept.SelectMany(row => LinkedBytes.Read(row.Quarter, row.Linked)).ToHashSet();
        var now = contacts.Values.SelectMany(own => own).Select(LinkedContact.Of).OfType<LinkedContact>().Select(contact => contact with { Id = default }).ToHashSet();
        before.SymmetricExceptWith(now);
        return [.. before];
    }
}
