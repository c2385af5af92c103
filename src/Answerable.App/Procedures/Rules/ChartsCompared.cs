using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Published charts, held against the hash told when they were published; those of an earlier version were told without one.</summary>
internal sealed class ChartsCompared()
    : RowsCompared<(ProcedureId Procedure, int Version), VersionPublished, VersionRow>("published versions", typeof(VersionPublished))
{
    protected override IEnumerable<((ProcedureId Procedure, int Version) Key, Func<VersionPublished?, VersionPublished?> Then)> Told(
        Entry entry, Fact fact)
    {
        if (fact is VersionPublished published)
            yield return ((published.Procedure, published.Version), _ => published);
    }

    protected override IQueryable<VersionRow> Rows(AnswerableDb db) =>
        db.Set<VersionRow>().AsNoTracking().Where(row => row.State >= VersionState.Published);

    protected override (ProcedureId Procedure, int Version) KeyOf(VersionRow row) => (row.Procedure, row.Number);

    protected override IEnumerable<string> Differences(VersionRow row, VersionPublished? told, Comparing at)
    {
        if (told is null)
            yield return $"The journal does not tell that version {row.Number} of procedure {row.Procedure} was published.";
        else if (told.Chart is null)
            at.LeaveOpen("Versions published by an earlier Answerable, which told the journal nothing of their chart");
        else if (told.Chart != row.ChartHash())
            yield return $"Version {row.Number} of procedure {row.Procedure} is not the one that was published.";
    }

    protected override string Missing((ProcedureId Procedure, int Version) key, VersionPublished told) =>
        $"Version {key.Version} of procedure {key.Procedure}, which the journal tells was published, is missing or a draft.";
}
