using Answerable.App.Acts;
using Answerable.Model.Authority;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>Whether a change of limits would let whoever makes it decide more than before: then they may not make it alone.</summary>
internal static class OwnLimit
{
    /// <param name="change">The limits as they would be then.</param>
    public static async Task<bool> WidensAsync(ActContext context, string kind, Func<IReadOnlyList<Limit>, IReadOnlyList<Limit>> change,
        CancellationToken stop)
    {
        if (context.AskedBy is not null || context.Who.Person is null || context.Who.Line is null)
            return false;
        var now = context.Now;
        var before = (await context.Db.Set<LimitRow>().AsNoTracking()
            .Where(row => row.DecisionKind == kind && (row.To == null || row.To > now)).OrderBy(row => row.From).ThenBy(row => row.SetAt)
            .ToListAsync(stop)).ConvertAll(row => row.Limit());
        return Widening.Of(new Matrix(before), new Matrix(change(before)), kind, Decider.Of(context.Who), now);
    }
}
