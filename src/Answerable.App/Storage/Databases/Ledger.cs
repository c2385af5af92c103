using System.Data.Common;
using Answerable.Model.Journal;

namespace Answerable.App.Storage;

/// <summary>
/// The journal's tables as the writer reaches them, with those that modules keep beside it: its own statements, prepared once and kept with
/// its connection. Each of the calls is one question and one answer where the database lies across a wire.
/// </summary>
/// <param name="chain">Its own key.</param>
internal abstract class Ledger(ChainKey chain) : IDisposable
{
    public ChainKey Chain => chain;

    /// <summary>Begins the writer's transaction. Nothing may be asked in it before the chain is taken.</summary>
    public abstract Task<DbTransaction> BeginAsync();

    /// <summary>
    /// Takes the one lock that orders the chain, on any number of nodes, until the transaction ends; from then on others may ask on the same
    /// connection.
    /// </summary>
    public abstract Task TakeChainAsync();

    /// <summary>
    /// Takes the chain, and asks in the same journey where it ends and which entries the journal holds already; the rows asked for are put
    /// into what asks.
    /// </summary>
    /// <param name="alone">Nobody else asks anything on this connection before the transaction ends or the chain is taken for them.</param>
    public abstract Task<Found> FindAsync(IReadOnlyList<Entry> entries, IReadOnlyList<RowsAsked> asked, bool alone);

    /// <summary>Appends entries in their order, and keeps the rows they make.</summary>
    public abstract Task WriteAsync(IReadOnlyList<ChainedEntry> entries, IReadOnlyList<RowsKept> kept);

    /// <summary>Appends and keeps the last of a transaction, and commits it: in the same journey where that is one.</summary>
    public virtual async Task WriteAndCommitAsync(IReadOnlyList<ChainedEntry> entries, IReadOnlyList<RowsKept> kept, DbTransaction transaction)
    {
        await WriteAsync(entries, kept);
        await transaction.CommitAsync();
    }

    /// <summary>Keeps rows; appends nothing.</summary>
    public abstract Task KeepAsync(IReadOnlyList<RowsKept> kept);

    public abstract void Dispose();
}

internal readonly record struct Found(Head Head, HashSet<(string Source, string Key)> Known);

/// <summary>The end of the chain.</summary>
internal readonly record struct Head(long Number, byte[] Hash);

/// <summary>An entry with its place in the chain.</summary>
internal readonly record struct ChainedEntry(long Number, Entry Entry, byte[] Hash);
