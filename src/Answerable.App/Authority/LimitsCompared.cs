using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Authority;
using Answerable.Model.Journal;

namespace Answerable.App.Authority;

/// <summary>Limits, held against what was told when they were set and ended.</summary>
internal sealed class LimitsCompared() : RowsCompared<Guid, Limit, LimitRow>("limits", typeof(LimitSet), typeof(LimitEnded))
{
    protected override IEnumerable<(Guid, Func<Limit?, Limit?>)> Told(Entry entry, Fact fact)
    {
        if (fact is LimitSet set)
        {
            yield return (set.Limit.Id, _ => set.Limit);
            if (set.InPlaceOf is { } before)
                yield return (before, was => was is null ? null : was with { To = set.Limit.From });
        }
        else if (fact is LimitEnded ended)
            yield return (ended.LimitId, was => was is null ? null : was with { To = ended.To });
    }

    protected override Guid KeyOf(LimitRow row) => row.Id;

    protected override IEnumerable<string> Differences(LimitRow row, Limit? told, Comparing at)
    {
        if (told is null)
            yield return $"A limit for {row.DecisionKind} ({row.Id}) is not in the journal.";
        else if (!Same(row.Limit(), told))
            yield return $"The limit {row.Id} for {told.DecisionKind} is not as it was set.";
    }

    protected override string Missing(Guid key, Limit told) => $"The limit {key} for {told.DecisionKind}, which the journal tells of, is missing.";

    // Instants are kept to the millisecond.
    private static bool Same(Limit row, Limit told) =>
        row with { From = told.From, To = told.To } == told && Alike(row.From, told.From) && Alike(row.To, told.To);

    private static bool Alike(DateTimeOffset? one, DateTimeOffset? other) => one?.ToUnixTimeMilliseconds() == other?.ToUnixTimeMilliseconds();
}
