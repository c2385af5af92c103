using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Loads the contacts of quarter-hours, each run of neighbouring ones in one query.</summary>
internal static class QuarterContacts
{
    private const long QuarterMs = 900_000;

    /// <summary>Every quarter-hour asked for has its entry, empty where no contact arrived.</summary>
    public static async Task<Dictionary<int, List<Contact>>> LoadAsync(AnswerableDb db, IReadOnlyCollection<int> quarters, CancellationToken stop)
    {
        var contacts = quarters.ToDictionary(quarter => quarter, _ => new List<Contact>());
        foreach (var (first, last) in Runs([.. quarters.Order()]))
        {
            var (from, to) = (Begins(first), Begins(last + 1));
            await foreach (var row in db.Contacts.Where(row => row.ArrivedAt >= from && row.ArrivedAt < to).AsAsyncEnumerable().WithCancellation(stop))
                contacts[DirtyQuarters.Of(row.ArrivedAt)].Add(row.Contact());
        }
        return contacts;
    }

    private static DateTimeOffset Begins(int quarter) => DateTimeOffset.FromUnixTimeMilliseconds(quarter * QuarterMs);

    private static IEnumerable<(int First, int Last)> Runs(int[] rising)
    {
        for (var place = 0; place < rising.Length;)
        {
            var first = rising[place];
            while (++place < rising.Length && rising[place] == rising[place - 1] + 1)
            {
            }
            yield return (first, rising[place - 1]);
        }
    }
}
