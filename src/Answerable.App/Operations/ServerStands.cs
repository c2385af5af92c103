using Answerable.App.Storage;
using Answerable.Model;

namespace Answerable.App.Operations;

/// <summary>This server's own: its writer, and the place of the master key.</summary>
internal sealed class ServerStands(Writer writer, MasterKey key, TimeProvider time) : IStands
{
    private const int Many = 1000;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<HealthLine>>(
        [.. WriterStands(writer.Standing), KeyStands()]);

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

    private HealthLine KeyStands()
    {
        const string Name = "Master key";
        if (key.Place.IsGiven)
            return new HealthLine("Keys", Name, "given in ANSWERABLE_KEY");
        var file = new FileInfo(key.Place.File);
        if (!file.Exists)
            return new HealthLine("Keys", Name, $"{key.Place.File} is not there", Condition.Amiss,
                "Put the key file back: once this server is started again it opens nothing without it.");
        var age = Spans.Words(time.GetUtcNow() - file.LastWriteTimeUtc);
        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None)
            return new HealthLine("Keys", Name, $"{key.Place.File}, written {age} ago", Condition.Look,
                "Others than its owner may read it: chmod 600.");
        return key.Count > 1
            ? new HealthLine("Keys", Name, $"{key.Place.File} holds {Counted.Of(key.Count, "key")}", Condition.Look,
                "An exchange of keys was begun: end it with "
                + "the verb master-key.")
            : new HealthLine("Keys", Name, $"{key.Place.File}, written {age} ago");
    }
}
