using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Which contact type each procedure serves, held against what was told when it was drafted.</summary>
internal sealed class ProceduresCompared()
    : RowsCompared<ProcedureId, ProcedureDrafted, ProceduresCompared.Served>("procedures", typeof(ProcedureDrafted))
{
    internal sealed record Served(ProcedureId Procedure, string? ContactType);

    public override IReadOnlyList<Type> Looked => [typeof(ProcedureRow)];

    protected override IEnumerable<(ProcedureId, Func<ProcedureDrafted?, ProcedureDrafted?>)> Told(Entry entry, Fact fact) =>
        fact is ProcedureDrafted drafted ? [(drafted.Procedure, was => was ?? drafted)] : [];

    protected override IQueryable<Served> Rows(AnswerableDb db) => db.Set<ProcedureRow>().Select(row => new Served(row.Id,
        db.Set<ContactTypeRow>().Where(type => type.Id == row.ContactType).Select(type => type.Code).FirstOrDefault()));

    protected override ProcedureId KeyOf(Served row) => row.Procedure;

    protected override IEnumerable<string> Differences(Served row, ProcedureDrafted? told, Comparing at)
    {
        if (told is null)
            yield return $"The procedure {row.Procedure} is not in the journal.";
        else if (row.ContactType != told.ContactType)
            yield return $"The procedure {row.Procedure} serves {row.ContactType}; it was drafted for {told.ContactType}.";
    }

    protected override string Missing(ProcedureId key, ProcedureDrafted told) =>
        $"The procedure {key} for {told.ContactType}, which the journal tells of, is missing.";
}
