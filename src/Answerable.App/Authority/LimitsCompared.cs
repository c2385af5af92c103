using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Authority;
using Answerable.Model.Journal;

namespace Answerable.App.Authority;

/// <summary>Limits, and who set each and when, held against what was told when they were set and ended.</summary>
internal sealed class LimitsCompared() : RowsCompared<Guid, LimitsCompared.Course, LimitRow>("limits", typeof(LimitSet), typeof(LimitEnded))
{
    /// <param name="SetIn">The line that tells that it was set.</param>
    internal sealed record Course(Limit Limit, Entry SetIn)
    {
        public Course EndedAt(DateTimeOffset at) => this with { Limit = Limit with { To = at } };
    }

    protected override IEnumerable<(Guid, Func<Course?, Course?>)> Told(Entry entry, Fact fact)
    {
        if (fact is LimitSet set)
        {
            yield return (set.Limit.Id, _ => new Course(set.Limit, entry));
            if (set.InPlaceOf is { } before)
                yield return (before, was => was?.EndedAt(set.Limit.From));
        }
        else if (fact is LimitEnded ended)
            yield return (ended.LimitId, was => was?.EndedAt(ended.To));
    }

    protected override Guid KeyOf(LimitRow row) => row.Id;

    protected override IEnumerable<string> Differences(LimitRow row, Course? told, Comparing at)
    {
        if (told is null)
            yield return $"A limit for {row.DecisionKind} ({row.Id}) is not in the journal.";
        else if (!Same(row.Limit(), told.Limit))
            yield return $"The limit {row.Id} for {told.Limit.DecisionKind} is not as it was set.";
        else if ((row.SetWith ?? row.SetBy)?.Value != told.SetIn.Actor || !KeptInstant.Same(row.SetAt, told.SetIn.At))
            yield return $"By whom the limit {row.Id} for {told.Limit.DecisionKind} was set, or when, is not what the journal tells.";
    }

    protected override string Missing(Guid key, Course told) =>
        $"The limit {key} for {told.Limit.DecisionKind}, which the journal tells of, is missing.";

    private static bool Same(Limit row, Limit told) => row with { From = told.From, To = told.To } == told
        && KeptInstant.Same(row.From, told.From) && KeptInstant.Same(row.To, told.To);
}
