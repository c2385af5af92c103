using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Rehearsal;

/// <summary>Amounts that were asked for: decided at once, or put to a referral, whatever came of it.</summary>
internal static class PastAmounts
{
    private const int Most = 1_000;
    private const int Few = 10;

    /// <summary>Those of the procedure itself; of every procedure where it has few.</summary>
    public static async Task<IReadOnlyList<(string Kind, long Pence)>> OfAsync(AnswerableDb db, ProcedureId procedure, CancellationToken stop)
    {
        var own = await ReadAsync(db, procedure, stop);
        return own.Count >= Few ? own : await ReadAsync(db, null, stop);
    }

    private static async Task<IReadOnlyList<(string Kind, long Pence)>> ReadAsync(AnswerableDb db, ProcedureId? procedure, CancellationToken stop)
    {
        // What was decided under an approval was asked for by its referral already.
        var decided =
            await db.Set<DecisionRow>().Where(row => row.Pence != null && row.Under == null && (procedure == null || row.Procedure == procedure))
            .OrderByDescending(row => row.At).Take(Most).Select(row => new { row.DecisionKind, row.Pence }).ToListAsync(stop);
        var referred = await db.Set<ReferralRow>().Where(row => row.DecisionKind != null && row.Pence != null
            && (procedure == null || row.Procedure == procedure))
            .OrderByDescending(row => row.OpenedAt).Take(Most).Select(row => new { row.DecisionKind, row.Pence }).ToListAsync(stop);
        return [.. decided.Select(row => (row.DecisionKind, row.Pence!.Value)), .. referred.Select(row => (row.DecisionKind!, row.Pence!.Value))];
    }
}
