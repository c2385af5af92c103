using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Authority;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>Limits, held against what was told when they were set and ended.</summary>
internal sealed class LimitsCompared : IComparison
{
    public string Of => "limits";

    public async IAsyncEnumerable<string> DifferencesAsync(AnswerableDb db, [EnumeratorCancellation] CancellationToken stop)
    {
        var told = new Dictionary<Guid, Limit>();
        await foreach (var (_, fact) in JournalTold.OfAsync(db, typeof(LimitSet), typeof(LimitEnded)).WithCancellation(stop))
            if (fact is LimitSet set)
            {
                told[set.Limit.Id] = set.Limit;
                if (set.InPlaceOf is { } before && told.TryGetValue(before, out var earlier))
                    told[before] = earlier with { To = set.Limit.From };
            }
            else if (fact is LimitEnded ended && told.TryGetValue(ended.LimitId, out var standing))
                told[ended.LimitId] = standing with { To = ended.To };
        foreach (var row in await db.Set<LimitRow>().AsNoTracking().ToListAsync(stop))
            if (!told.Remove(row.Id, out var limit))
                yield return $"A limit for {row.DecisionKind} ({row.Id}) is not in the journal.";
            else if (!Same(row.Limit(), limit))
                yield return $"The limit {row.Id} for {limit.DecisionKind} is not as it was set.";
        foreach (var gone in told.Values)
            yield return $"The limit {gone.Id} for {gone.DecisionKind}, which the journal tells of, is missing.";
    }

    // Instants are kept to the millisecond.
    private static bool Same(Limit row, Limit told) =>
        row with { From = told.From, To = told.To } == told && Alike(row.From, told.From) && Alike(row.To, told.To);

    private static bool Alike(DateTimeOffset? one, DateTimeOffset? other) => one?.ToUnixTimeMilliseconds() == other?.ToUnixTimeMilliseconds();
}
