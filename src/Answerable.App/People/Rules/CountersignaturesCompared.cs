using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>What waited for a second person, who asked for it and who said yes or no, held against what was told.</summary>
internal sealed class CountersignaturesCompared()
    : RowsCompared<CountersignatureId, CountersignaturesCompared.Course, CountersignatureRow>("countersignatures",
        typeof(CountersignatureAsked), typeof(CountersignatureGiven), typeof(CountersignatureWithheld))
{
    internal sealed record Course(Entry AskedIn, CountersignatureAsked Asked, Entry? SettledIn = null, bool Given = false);

    protected override IEnumerable<(CountersignatureId, Func<Course?, Course?>)> Told(Entry entry, Fact fact) => fact switch
    {
        CountersignatureAsked asked => [(asked.Id, _ => new Course(entry, asked))],
        CountersignatureGiven given => [(given.Id, was => was is null ? null : was with { SettledIn = entry, Given = true })],
        CountersignatureWithheld withheld => [(withheld.Id, was => was is null ? null : was with { SettledIn = entry, Given = false })],
        _ => [],
    };

    protected override CountersignatureId KeyOf(CountersignatureRow row) => row.Id;

    protected override IEnumerable<string> Differences(CountersignatureRow row, Course? told, Comparing at)
    {
        if (told is null)
        {
            yield return $"What waits, or waited, for a second person as {row.Id} is not in the journal.";
            yield break;
        }
        if (told.Asked.Matter is null)
            at.LeaveOpen("What waited for a second person in an earlier Answerable, which told the journal who asked and settled, and not for what");
        // An earlier Answerable told the journal why, and kept it nowhere else.
        if (!Asked(row, told) || (row.Why.Length > 0 && row.Why != told.Asked.Why) || (told.Asked.Matter is { } matter && matter != row.MatterHash()))
            yield return $"What waits, or waited, for a second person as {row.Id} is not what was asked for.";
        if (!Settled(row, told))
            yield return $"Who said yes or no to {row.Id} as the second person is not what the journal tells.";
    }

    protected override string Missing(CountersignatureId key, Course told) =>
        $"What was asked of a second person as {key}, which the journal tells of, is missing.";

    private static bool Asked(CountersignatureRow row, Course told) =>
        (row.What, row.Subject, row.AskedBy.Value) == (told.Asked.What, told.AskedIn.Subject, told.AskedIn.Actor)
        && KeptInstant.Same(row.AskedAt, told.AskedIn.At);

    private static bool Settled(CountersignatureRow row, Course told) =>
        (row.SettledBy?.Value, row.Given) == (told.SettledIn?.Actor, told.Given) && KeptInstant.Same(row.SettledAt, told.SettledIn?.At);
}
