using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;

namespace Answerable.App.Conduct;

/// <summary>The numbers of cases, held against what was told when they were opened.</summary>
internal sealed class CasesCompared() : RowsCompared<CaseId, CaseOpened, CaseRow>("numbers of cases", typeof(CaseOpened))
{
    protected override IEnumerable<(CaseId, Func<CaseOpened?, CaseOpened?>)> Told(Entry entry, Fact fact) =>
        fact is CaseOpened opened ? [(CaseId.From(entry.Subject), _ => opened)] : [];

    protected override CaseId KeyOf(CaseRow row) => row.Id;

    protected override IEnumerable<string> Differences(CaseRow row, CaseOpened? told, Comparing at)
    {
        if (told is null)
            yield return $"Case {row.Number} ({row.Id}) is not in the journal.";
        else if (row.Number != told.Number)
            yield return $"Case {row.Number} was opened as case {told.Number}.";
    }

    protected override string Missing(CaseId key, CaseOpened told) => $"Case {told.Number}, which the journal tells was opened, is missing.";
}
