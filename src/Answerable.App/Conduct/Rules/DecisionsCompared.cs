using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Decisions, held against what was told when they were taken and taken back.</summary>
internal sealed class DecisionsCompared()
    : RowsCompared<Guid, DecisionsCompared.Course, DecisionsCompared.OnWalk>("decisions", typeof(DecisionTaken), typeof(DecisionRetracted))
{
    /// <param name="In">The line that tells that it was taken.</param>
    internal sealed record Course(Entry? In, DecisionTaken? Taken, DateTimeOffset? RetractedAt);

    /// <param name="OfIt">Whether the walk it stands on is of its contact, its case and its version.</param>
    internal sealed record OnWalk(DecisionRow Row, bool OfIt);

    public override IReadOnlyList<Type> Looked => [typeof(DecisionRow)];

    protected override IEnumerable<(Guid, Func<Course?, Course?>)> Told(Entry entry, Fact fact)
    {
        if (fact is DecisionTaken taken)
            yield return (taken.Decision, was => new Course(entry, taken, was?.RetractedAt));
        if (((fact as DecisionRetracted)?.Decision ?? (fact as DecisionTaken)?.Replaces) is { } back)
            yield return (back, was => new Course(was?.In, was?.Taken, entry.At));
    }

    protected override IQueryable<OnWalk> Rows(AnswerableDb db) => db.Set<DecisionRow>().AsNoTracking().Select(row => new OnWalk(row,
        db.Set<WalkRow>().Any(walk => walk.Id == row.Walk && walk.Contact == row.Contact && walk.Case == row.Case && walk.Procedure == row.Procedure
            && walk.Version == row.Version)));

    protected override Guid KeyOf(OnWalk row) => row.Row.Id;

    protected override IEnumerable<string> Differences(OnWalk placed, Course? told, Comparing at)
    {
        var row = placed.Row;
        if (told is not { Taken: { } taken, In: { } line })
            yield return $"The decision {row.Id} on contact {row.Contact} is not in the journal.";
        else if (!placed.OfIt || !Same(row, taken) || row.Kind != line.Kind || !KeptInstant.Same(row.At, line.At)
            || !KeptInstant.Same(row.RetractedAt, told.RetractedAt))
            yield return $"The decision {row.Id} on contact {taken.Contact} is not as it was taken.";
    }

    protected override string? Missing(Guid key, Course told) => told.Taken is not { } gone ? null
        : $"The decision {gone.Decision} on contact {gone.Contact}, which the journal tells of, is missing.";

    private static bool Same(DecisionRow row, DecisionTaken told) =>
        (row.DecisionKind, row.Pence, row.By, row.Contact, row.Case, row.Customer, row.LimitId)
        == (told.DecisionKind, told.Pence, told.By, told.Contact, told.Case, told.Customer, told.LimitId)
        && (row.Procedure, row.Version, row.Node, row.Under) == (told.Procedure, told.Version, told.Step, told.Under);
}
