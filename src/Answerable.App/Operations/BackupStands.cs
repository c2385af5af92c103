using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Operations;

/// <summary>The last backup, as far as the product's own verb wrote it.</summary>
internal sealed class BackupStands(IDbContextFactory<AnswerableDb> databases, TimeProvider time) : IStands
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop)
    {
        const string Advice = "Write one with the verb backup, best each night. One made by other means is not known of here.";
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Set<LastBackupRow>().AsNoTracking().SingleOrDefaultAsync(stop) is not { At: var at })
            return [new HealthLine("Backups", "Last backup", "none is known of", Condition.Look, Advice)];
        var old = time.GetUtcNow() - at > Old;
        return [new HealthLine("Backups", "Last backup", "written", old ? Condition.Look : Condition.Well, old ? Advice : null, at)];
    }
}
