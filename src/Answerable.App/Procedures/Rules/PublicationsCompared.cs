using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>When and by whom each version was published, from when it is in force and whether it still stands, held against what was told.</summary>
internal sealed class PublicationsCompared() : RowsCompared<(ProcedureId Procedure, int Version), PublicationsCompared.Course,
    PublicationsCompared.Course>("publications", typeof(VersionPublished), typeof(VersionSuperseded), typeof(VersionWithdrawn))
{
    internal sealed record Course(ProcedureId Procedure, int Version, long At, long From, Guid? By, VersionState State);

    public override IReadOnlyList<Type> Looked => [typeof(PublicationRow), typeof(VersionRow)];

    protected override IEnumerable<((ProcedureId Procedure, int Version) Key, Func<Course?, Course?> Then)> Told(Entry entry, Fact fact)
    {
        if (fact is VersionPublished told)
            yield return ((told.Procedure, told.Version), _ => new Course(
                told.Procedure, told.Version, entry.At.ToUnixTimeMilliseconds(), told.EffectiveFrom.ToUnixTimeMilliseconds(),
                entry.Actor, VersionState.Published));
        else if (fact is VersionSuperseded superseded)
            yield return ((superseded.Procedure, superseded.Version), was => was is null ? null : was with { State = VersionState.Superseded });
        else if (fact is VersionWithdrawn withdrawn)
            yield return ((withdrawn.Procedure, withdrawn.Version), was => was is null ? null : was with { State = VersionState.Withdrawn });
    }

    protected override IQueryable<Course> Rows(AnswerableDb db) => db.Set<PublicationRow>().Join(db.Set<VersionRow>(),
            row => new { row.Procedure, row.Version }, version => new { version.Procedure, Version = version.Number },
            (row, version) => new { row.Procedure, row.Version, row.At, row.EffectiveFrom, row.By, version.State })
        .Select(row => new Course(row.Procedure, row.Version, row.At.ToUnixTimeMilliseconds(), row.EffectiveFrom.ToUnixTimeMilliseconds(),
            row.By == null ? null : row.By.Value.Value, row.State));

    protected override (ProcedureId Procedure, int Version) KeyOf(Course row) => (row.Procedure, row.Version);

    protected override IEnumerable<string> Differences(Course row, Course? told, Comparing at)
    {
        if (told != row)
            yield return $"When version {row.Version} of procedure {row.Procedure} was published, from when it is in force, by whom, or whether it "
                + "still stands is not what the journal tells.";
    }

    protected override string Missing((ProcedureId Procedure, int Version) key, Course told) =>
        $"That version {key.Version} of procedure {key.Procedure} was published, which the journal tells, is missing.";
}
