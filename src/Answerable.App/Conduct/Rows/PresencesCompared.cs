using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>What each person is doing now, and since when, held against what was last told of them.</summary>
internal sealed class PresencesCompared : IComparison
{
    private static readonly string Changed = FactCatalogue.Forms.Name(typeof(PresenceChanged));

    public string Of => "what people are doing now";

    public IReadOnlyList<Type> Looked => [typeof(PresenceRow)];

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        var lines = at.Db.Set<JournalRow>().AsNoTracking().Where(row => row.Name == Changed);
        // As many as there are people: the many before them are only counted past.
        var last = lines.GroupBy(row => row.Subject).Select(ofOne => ofOne.Max(row => row.Number));
        var told = (await at.Db.Set<JournalRow>().AsNoTracking().Where(row => last.Contains(row.Number)).ToListAsync(stop))
            .ToDictionary(row => PersonId.From(row.Subject), row => row.Entry());
        await foreach (var row in at.Db.Set<PresenceRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            if (!IsAsTold(row, told.Remove(row.Person, out var line) ? line : null))
                yield return $"What {row.Person} is doing now, or since when, is not what the journal tells.";
        at.LeaveOpen("People of whom no row says what they are doing now", told.Count);
    }

    private static bool IsAsTold(PresenceRow row, Entry? told) => told is null ? row.Presence == Presence.SignedOut
        : ((PresenceChanged)told.Fact()).To == row.Presence && KeptInstant.Same(row.Since, told.At);
}
