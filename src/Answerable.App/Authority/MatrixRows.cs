using Answerable.App.Centre;
using Answerable.App.Storage;
using Answerable.Model.Authority;
using Answerable.Model.Centre;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>The matrix and the kinds it speaks of, as rows. A centre has dozens of limits, not thousands.</summary>
internal static class MatrixRows
{
    public static async Task<IReadOnlyList<DecisionKind>> KindsAsync(AnswerableDb db, CancellationToken stop) =>
        (await db.Set<DecisionKindRow>().AsNoTracking().OrderBy(row => row.Code).ToListAsync(stop)).ConvertAll(row => row.Kind());

    /// <summary>Limits of one kind that were in force at the moment; all kinds where none is named.</summary>
    public static async Task<Matrix> InForceAsync(AnswerableDb db, string? kind, DateTimeOffset at, CancellationToken stop)
    {
        var rows = await db.Set<LimitRow>().AsNoTracking()
            .Where(row => (kind == null || row.DecisionKind == kind) && row.From <= at && (row.To == null || row.To > at))
            .OrderBy(row => row.From).ThenBy(row => row.SetAt)
            .Select(row =>
                new { row, Currency = db.Set<CentreRow>().Where(centre => centre.Id == CentreRow.Only).Select(centre => centre.Currency).First() })
            .ToListAsync(stop);
        return rows.Count == 0 ? Matrix.Empty : new Matrix(rows.ConvertAll(one => one.row.Limit())) { Currency = Currencies.Find(rows[0].Currency)! };
    }

    /// <summary>Limits of one kind that were in force at the moment, with the kind itself where the centre has defined it: one question for
    /// both.</summary>
    public static async Task<(Matrix Matrix, IReadOnlyList<DecisionKind> Kinds)> OfKindAsync(AnswerableDb db, string code, DateTimeOffset at,
        CancellationToken stop)
    {
        var found = await db.Set<DecisionKindRow>().AsNoTracking().Where(kind => kind.Code == code)
            .Select(kind => new
            {
                kind,
                Currency = db.Set<CentreRow>().Where(centre => centre.Id == CentreRow.Only).Select(centre => centre.Currency).First(),
                Limits = db.Set<LimitRow>().Where(row => row.DecisionKind == kind.Code && row.From <= at && (row.To == null || row.To > at))
                    .OrderBy(row => row.From).ThenBy(row => row.SetAt).ToList(),
            })
            .SingleOrDefaultAsync(stop);
        return found is null ? (Matrix.Empty, []) : (new Matrix(found.Limits.ConvertAll(row => row.Limit()))
        { Currency = Currencies.Find(found.Currency)! }, [found.kind.Kind()]);
    }
}
