namespace Answerable.App.Storage;

/// <summary>How processes on one database hear of each other.</summary>
internal interface ILink : IDisposable
{
    /// <summary>Passes on what was committed here, one call after another.</summary>
    Task SendAsync(IReadOnlyCollection<Notice> notices, CancellationToken stop);

    /// <summary>What others told since; opened when it is first asked for, and it breaks off with its connection.</summary>
    IAsyncEnumerable<IReadOnlyCollection<Notice>> HearAsync(CancellationToken stop);
}
