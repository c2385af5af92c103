using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;

namespace Answerable.App.Conduct;

/// <summary>The numbers of cases and when each was opened, held against what was told when it was.</summary>
internal sealed class CasesCompared() : RowsCompared<CaseId, CasesCompared.Opening, CaseRow>("numbers of cases", typeof(CaseOpened))
{
    internal sealed record Opening(int Number, DateTimeOffset At);

    protected override IEnumerable<(CaseId, Func<Opening?, Opening?>)> Told(Entry entry, Fact fact) =>
        fact is CaseOpened opened ? [(CaseId.From(entry.Subject), _ => new Opening(opened.Number, entry.At))] : [];

    protected override CaseId KeyOf(CaseRow row) => row.Id;

    protected override IEnumerable<string> Differences(CaseRow row, Opening? told, Comparing at)
    {
        if (told is null)
            yield return $"Case {row.Number} ({row.Id}) is not in the journal.";
        else if (row.Number != told.Number)
            yield return $"Case {row.Number} was opened as case {told.Number}.";
        else if (!KeptInstant.Same(row.OpenedAt, told.At))
            yield return $"Case {row.Number} was not opened when the journal tells.";
    }

    protected override string Missing(CaseId key, Opening told) => $"Case {told.Number}, which the journal tells was opened, is missing.";
}
