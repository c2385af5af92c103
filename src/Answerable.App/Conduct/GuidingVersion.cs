using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>The procedure version that guides a walk: the one in force when it begins, and that same one to its end.</summary>
internal sealed record GuidingVersion(ProcedureId Procedure, int Number, string ContactType, Chart Chart)
{
    public static async Task<GuidingVersion?> InForceAsync(AnswerableDb db, string contactType, DateTimeOffset at, CancellationToken stop)
    {
        var row = await db.Set<ProcedureVersionRow>().AsNoTracking()
            .Where(version => version.ContactType == contactType && version.State == VersionState.Published && version.EffectiveFrom <= at)
            .OrderByDescending(version => version.EffectiveFrom).ThenByDescending(version => version.Number)
            .FirstOrDefaultAsync(stop);
        return row is null ? null : Of(row);
    }

    public static async Task<GuidingVersion> OfAsync(AnswerableDb db, ProcedureId procedure, int number, CancellationToken stop) =>
        Of(await db.Set<ProcedureVersionRow>().AsNoTracking().SingleAsync(version => version.ProcedureId == procedure && version.Number == number, stop));

    private static GuidingVersion Of(ProcedureVersionRow row) => new(row.ProcedureId, row.Number, row.ContactType, ChartJson.Read(row.ChartJson));
}
