using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Published charts, held against the hash told when they were published; those of an earlier version were told without one. And who drafted
/// each, when and from which, held against what was told then.</summary>
internal sealed class ChartsCompared() : RowsCompared<(ProcedureId Procedure, int Version), ChartsCompared.Course, VersionRow>("published versions",
    typeof(ProcedureDrafted), typeof(VersionPublished))
{
    /// <param name="In">The line that tells that it was drafted.</param>
    internal sealed record Course(Entry? In, ProcedureDrafted? Drafted, VersionPublished? Published);

    protected override IEnumerable<((ProcedureId Procedure, int Version) Key, Func<Course?, Course?> Then)> Told(Entry entry, Fact fact)
    {
        if (fact is ProcedureDrafted drafted)
            yield return ((drafted.Procedure, drafted.Version), _ => new Course(entry, drafted, null));
        else if (fact is VersionPublished published)
            yield return ((published.Procedure, published.Version), was => new Course(was?.In, was?.Drafted, published));
    }

    protected override IQueryable<VersionRow> Rows(AnswerableDb db) =>
        db.Set<VersionRow>().AsNoTracking().Where(row => row.State >= VersionState.Published);

    protected override (ProcedureId Procedure, int Version) KeyOf(VersionRow row) => (row.Procedure, row.Number);

    protected override IEnumerable<string> Differences(VersionRow row, Course? told, Comparing at)
    {
        if (told?.Published is not { } published)
            yield return $"The journal does not tell that version {row.Number} of procedure {row.Procedure} was published.";
        else if (published.Chart is null)
            at.LeaveOpen("Versions published by an earlier Answerable, which told the journal nothing of their chart");
        else if (published.Chart != row.ChartHash())
            yield return $"Version {row.Number} of procedure {row.Procedure} is not the one that was published.";
        if (told is { In: { } line, Drafted: { } drafted } && (row.CopiedFrom != drafted.CopiedFrom || row.DraftedBy?.Value != line.Actor
            || !KeptInstant.Same(row.DraftedAt, line.At)))
            yield return $"Who drafted version {row.Number} of procedure {row.Procedure}, when, or from which version is not what the journal tells.";
    }

    protected override string? Missing((ProcedureId Procedure, int Version) key, Course told) => told.Published is null ? null
        : $"Version {key.Version} of procedure {key.Procedure}, which the journal tells was published, is missing or a draft.";
}
