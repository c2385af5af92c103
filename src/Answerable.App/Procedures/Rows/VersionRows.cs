using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>How acts find the version they are about.</summary>
internal static class VersionRows
{
    public static async Task<Outcome<(ProcedureRow Procedure, VersionRow Version)>> FindAsync(AnswerableDb db, ProcedureId procedure, int number,
        CancellationToken stop)
    {
        var found = await db.Set<ProcedureRow>().SingleOrDefaultAsync(row => row.Id == procedure, stop);
        if (found is null)
            return ProceduresRefusals.NoSuchProcedure;
        var version = await db.Set<VersionRow>().SingleOrDefaultAsync(row => row.Procedure == procedure && row.Number == number, stop);
        return version is null ? ProceduresRefusals.NoSuchVersion : (found, version);
    }

    /// <summary>The same, where it is a draft and as it was when the form was made.</summary>
    public static async Task<Outcome<(ProcedureRow Procedure, VersionRow Version)>> FindDraftAsync(ActContext context, ProcedureId procedure,
        int number, long revision, CancellationToken stop)
    {
        var found = await FindAsync(context.Db, procedure, number, stop);
        if (!found.Allowed)
            return found;
        var version = found.Value.Version;
        if (version.State != VersionState.Draft)
            return ProceduresRefusals.NotADraft(version);
        return version.Revision == revision ? found : await StaleAsync(context.Db, version, stop);
    }

    public static async Task<IReadOnlyList<DecisionKind>> KindsAsync(AnswerableDb db, CancellationToken stop) =>
        (await db.Set<DecisionKindRow>().OrderBy(row => row.Name).Take(500).ToListAsync(stop)).ConvertAll(row => row.Kind());

    private static async Task<Refusal> StaleAsync(AnswerableDb db, VersionRow version, CancellationToken stop)
    {
        var last = await db.Set<EditRow>().AsNoTracking()
            .Where(row => row.Procedure == version.Procedure && row.Version == version.Number)
            .OrderByDescending(row => row.Revision)
            .FirstOrDefaultAsync(stop);
        return ProceduresRefusals.Stale((await PersonNames.OfAsync(db, [last?.By], stop))[last?.By], last?.What);
    }
}
