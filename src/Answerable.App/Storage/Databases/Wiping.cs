namespace Answerable.App.Storage;

/// <summary>One attempt after another to leave nothing of what was deleted in the database's files.</summary>
internal abstract class Wiping : IAsyncDisposable
{
    /// <returns>Nothing where it is done; else why it is not yet.</returns>
    public abstract Task<string?> TryAsync(CancellationToken stop);

    public abstract ValueTask DisposeAsync();
}
