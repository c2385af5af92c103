using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Demo;

/// <summary>Which procedure version guided contacts of a type at a moment.</summary>
internal sealed class DemoGuides(ILookup<string, (ProcedureId Procedure, int Version, DateTimeOffset From)> published)
{
    public static async Task<DemoGuides> ReadAsync(AnswerableDb db, CancellationToken stop)
    {
        var rows = await db.Set<PublicationRow>()
            .Join(db.Set<ProcedureRow>(), row => row.Procedure, row => row.Id, (publication, procedure) => new
            { publication, procedure.ContactType })
            .Join(db.Set<ContactTypeRow>(), pair => pair.ContactType, type => type.Id, (pair, type) => new
            { pair.publication.Procedure, pair.publication.Version, pair.publication.EffectiveFrom, type.Code })
            .ToListAsync(stop);
        return new DemoGuides(rows.ToLookup(row => row.Code, row => (row.Procedure, row.Version, row.EffectiveFrom)));
    }

    public (ProcedureId Procedure, int Version)? At(string type, DateTimeOffset moment)
    {
        (ProcedureId, int)? found = null;
        foreach (var (procedure, version, from) in published[type].OrderBy(one => one.Version))
            if (from <= moment)
                found = (procedure, version);
        return found;
    }
}
