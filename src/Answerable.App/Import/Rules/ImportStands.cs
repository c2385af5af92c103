using Answerable.App.Operations;
using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>The imports under way: how many, and how far. Files are not named, for their names may name people.</summary>
internal sealed class ImportStands(IDbContextFactory<AnswerableDb> databases, TimeProvider time) : IStands
{
    public async Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(row => row.State == ImportState.Running || row.State == ImportState.Checking
            || row.State == ImportState.Stopping).ToListAsync(stop);
        var brokenOff = rows.Count(row => row.StateAt(time.GetUtcNow()) == ImportState.BrokenOff);
        return
        [
            new HealthLine("Imports", "Under way", rows.Count == 0 ? "none"
                : $"{rows.Count}, {Counted.Of(rows.Sum(row => row.Position), "row")} so far",
                brokenOff > 0 ? Condition.Look : Condition.Well, brokenOff > 0 ? "One broke off: go on with it under Imports." : null),
        ];
    }
}
