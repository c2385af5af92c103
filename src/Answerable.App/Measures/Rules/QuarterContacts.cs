using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Loads the contacts of quarter-hours, each run of neighbouring ones in one query.</summary>
internal static class QuarterContacts
{
    /// <summary>Every quarter-hour asked for has its entry, empty where no contact arrived.</summary>
    public static async Task<Dictionary<int, List<Contact>>> LoadAsync(AnswerableDb db, IReadOnlyCollection<int> quarters, CancellationToken stop)
    {
        var contacts = quarters.ToDictionary(quarter => quarter, _ => new List<Contact>());
        foreach (var (from, to) in QuarterRuns.Of(quarters))
            await foreach (var row in db.Set<ContactRow>().Where(row => row.ArrivedAt >= from && row.ArrivedAt < to).AsAsyncEnumerable()
                .WithCancellation(stop))
                contacts[DirtyQuarters.Of(row.ArrivedAt)].Add(row.Contact());
        return contacts;
    }
}
