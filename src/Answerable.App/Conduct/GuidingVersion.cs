using System.Collections.Concurrent;
using Answerable.App.Storage;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>The procedure version that guides a walk: the one in force when it begins, and that same one to its end.</summary>
internal sealed record GuidingVersion(ProcedureId Procedure, int Number, Chart Chart)
{
    // What is published never changes, and every step of every contact asks for it.
    private static readonly ConcurrentDictionary<(ProcedureId, int), GuidingVersion> Kept = new();

    public static async Task<GuidingVersion?> InForceAsync(AnswerableDb db, string contactType, DateTimeOffset at, CancellationToken stop)
    {
        var latest = await db.ContactTypes.Where(type => type.Code == contactType)
            .Join(db.Procedures, type => type.Id, procedure => procedure.ContactType, (type, procedure) => procedure.Id)
            .Join(db.Publications.Where(row => row.EffectiveFrom <= at), id => id, row => row.Procedure, (id, row) => row)
            .Where(row => db.Versions.Any(version => version.Procedure == row.Procedure && version.Number == row.Version && version.State != VersionState.Withdrawn))
            .OrderByDescending(row => row.EffectiveFrom).ThenByDescending(row => row.Version)
            .Select(row => new { row.Procedure, row.Version })
            .FirstOrDefaultAsync(stop);
        return latest is null ? null : await OfAsync(db, latest.Procedure, latest.Version, stop);
    }

    public static async Task<GuidingVersion> OfAsync(AnswerableDb db, ProcedureId procedure, int number, CancellationToken stop)
    {
        if (Kept.TryGetValue((procedure, number), out var kept))
            return kept;
        var row = await db.Versions.AsNoTracking().SingleAsync(version => version.Procedure == procedure && version.Number == number, stop);
        return Kept[(procedure, number)] = new GuidingVersion(procedure, number, row.Read());
    }
}
