using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Operations;

/// <summary>This server's own: its writer, and the place of the master key.</summary>
internal sealed class ServerStands(Writer writer, MasterKey key, IDbContextFactory<AnswerableDb> databases, TimeProvider time) : IStands
{
    private const string Name = "Master key";
    private const int Many = 1000;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop) =>
        [.. WriterStands(writer.Standing), await FaultAsync(stop) ?? KeyStands()];

    /// <summary>What has written nothing yet has nothing to say: a command that only asks.</summary>
    private static IEnumerable<HealthLine> WriterStands(WriterStanding now)
    {
        if (now.CommittedAt is not { } at)
            yield break;
        yield return new HealthLine("This server", "Waiting to be written", $"{now.Waiting}",
            now.Waiting > Many ? Condition.Look : Condition.Well,
            now.Waiting > Many ? "More comes in than is written: an import or deliveries at once. If it stays, look at the disk." : null);
        yield return new HealthLine("This server", "Last written", $"within {Spans.Words(now.Took)},",
            now.Took > Slow ? Condition.Look : Condition.Well,
            now.Took > Slow ? "The disk of the database is slow: everybody at a desk waits for it." : null, at);
    }

    /// <summary>What stands at the place is asked, not what was read from it at the start: it is that which the next start goes by.</summary>
    private async Task<HealthLine?> FaultAsync(CancellationToken stop)
    {
        if (!key.Place.IsThere)
            return null;
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Set<ChainKeyRow>().AsNoTracking().SingleOrDefaultAsync(stop) is not { } chain)
            return null;
        try
        {
            chain.Open(new MasterKey(key.Place));
            return null;
        }
        catch (KeyFault fault)
        {
            return new HealthLine("Keys", Name, "cannot be used", Condition.Amiss, fault.Message);
        }
    }

    private HealthLine KeyStands()
    {
        if (key.Place.IsGiven)
            return new HealthLine("Keys", Name, "given in ANSWERABLE_KEY");
        var file = new FileInfo(key.Place.File);
        if (!file.Exists)
            return new HealthLine("Keys", Name, $"{key.Place.File} is not there", Condition.Amiss,
                "Copy the key file from another server's machine, or put it back from where a copy is kept safe: "
                + "once this server is started again it opens nothing without it.");
        var age = Spans.Words(time.GetUtcNow() - file.LastWriteTimeUtc);
        if (key.Place.OpenToOthers is not null)
            return new HealthLine("Keys", Name, $"{key.Place.File}, written {age} ago", Condition.Look,
                "Others than its owner may read or change it: chmod 600.");
        return key.Count > 1
            ? new HealthLine("Keys", Name, $"{key.Place.File} holds {Counted.Of(key.Count, "key")}", Condition.Look,
                "An exchange of keys was begun: end it with "
                + "the verb master-key.")
            : new HealthLine("Keys", Name, $"{key.Place.File}, written {age} ago");
    }
}
