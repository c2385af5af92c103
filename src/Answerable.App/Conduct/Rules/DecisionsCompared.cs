using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.Journal;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;

namespace Answerable.App.Conduct;

/// <summary>Decisions, held against what was told when they were taken and taken back.</summary>
internal sealed class DecisionsCompared()
    : RowsCompared<Guid, DecisionsCompared.Course, DecisionRow>("decisions", typeof(DecisionTaken), typeof(DecisionRetracted))
{
    internal sealed record Course(DecisionTaken? Taken, bool Retracted);

    protected override IEnumerable<(Guid, Func<Course?, Course?>)> Told(Entry entry, Fact fact)
    {
        if (fact is DecisionTaken taken)
            yield return (taken.Decision, was => new Course(taken, was is { Retracted: true }));
        if (((fact as DecisionRetracted)?.Decision ?? (fact as DecisionTaken)?.Replaces) is { } back)
            yield return (back, was => new Course(was?.Taken, true));
    }

    protected override Guid KeyOf(DecisionRow row) => row.Id;

    protected override IEnumerable<string> Differences(DecisionRow row, Course? told, Comparing at)
    {
        if (told?.Taken is not { } taken)
            yield return $"The decision {row.Id} on contact {row.Contact} is not in the journal.";
        else if (!Same(row, taken) || row.RetractedAt is not null != told.Retracted)
            yield return $"The decision {row.Id} on contact {taken.Contact} is not as it was taken.";
    }

    protected override string? Missing(Guid key, Course told) => told.Taken is not { } gone ? null
        : $"The decision {gone.Decision} on contact {gone.Contact}, which the journal tells of, is missing.";

    private static bool Same(DecisionRow row, DecisionTaken told) =>
        (row.DecisionKind, row.Pence, row.By, row.Contact, row.Case, row.Customer, row.LimitId)
        == (told.DecisionKind, told.Pence, told.By, told.Contact, told.Case, told.Customer, told.LimitId)
        && (row.Procedure, row.Version, row.Node, row.Under) == (told.Procedure, told.Version, told.Step, told.Under);
}
