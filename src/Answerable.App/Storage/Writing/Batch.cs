using System.Data.Common;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>What the writer does in one transaction: entries wait here until they are flushed together.</summary>
internal sealed class Batch(
    Ledger ledger, DbTransaction transaction, IDbContextFactory<AnswerableDb> contexts, IReadOnlyList<IProjection> projections)
{
    private const string Savepoint = "apart";
    private readonly List<Pending> _pending = [];
    private bool _shared; // handlers have asked on the connection, too

    private readonly record struct Pending(Entry Entry, bool[]? New, int Place);

    public List<Notice> Notices { get; } = [];

    /// <summary>How many facts were appended.</summary>
    public int Written { get; private set; }

    /// <summary>How many entries wait to be flushed.</summary>
    public int Waiting => _pending.Count;

    public AnswerableDb NewContext()
    {
        var db = contexts.CreateDbContext();
        db.Database.UseTransaction(transaction);
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    public void Append(Entry entry, bool[]? isNew = null, int place = 0) => _pending.Add(new Pending(entry, isNew, place));

    /// <summary>Does a part that stands or falls apart from the rest of the batch.</summary>
    /// <param name="work">Whether what it did is to stand.</param>
    /// <returns>What went wrong in it, if anything did; then nothing of it stands.</returns>
    public async Task<Exception?> ApartAsync(Func<Task<bool>> work)
    {
        await FlushAsync();
        await ShareAsync();
        await transaction.SaveAsync(Savepoint);
        var (stands, bug) = (false, (Exception?)null);
        try
        {
            stands = await work();
        }
        catch (Exception broken)
        {
            bug = broken;
            _pending.Clear();
        }
        if (!stands)
            await transaction.RollbackAsync(Savepoint);
        await transaction.ReleaseAsync(Savepoint);
        return bug;
    }

    /// <summary>Before the savepoint: going back to it would let go of the chain. From here on handlers use the connection as well.</summary>
    private async Task ShareAsync()
    {
        if (!_shared)
            await ledger.TakeChainAsync();
        _shared = true;
    }

    public Task FlushAsync() => FlushAsync(ledger.WriteAsync);

    /// <summary>Flushes what still waits, and makes all of it durable.</summary>
    public async Task CommitAsync()
    {
        if (!await FlushAsync((entries, kept) => ledger.WriteAndCommitAsync(entries, kept, transaction)))
            await transaction.CommitAsync();
    }

    /// <returns>Whether there was anything to write.</returns>
    private async Task<bool> FlushAsync(Func<IReadOnlyList<ChainedEntry>, IReadOnlyList<RowsKept>, Task> writeAsync)
    {
        if (_pending.Count == 0)
            return false;
        var pending = _pending.ToArray();
        _pending.Clear();
        var entries = Array.ConvertAll(pending, waiting => waiting.Entry);
        var projected = projections.Select(projection => projection.Hear(entries)).OfType<Projected>().ToArray();
        var found = await ledger.FindAsync(entries, [.. projected.SelectMany(part => part.Asks)], alone: !_shared);
        var fresh = Fresh(pending, found.Known);
        if (fresh.Count == 0)
            return false;
        var chained = Chained(fresh, found.Head);
        await writeAsync(chained, [.. projected.SelectMany(part => part.Keep(chained))]);
        Written += chained.Length;
        return true;
    }

    public Task KeepAsync(IReadOnlyList<RowsKept> rows) => ledger.KeepAsync(rows);

    private static List<Entry> Fresh(Pending[] pending, HashSet<(string, string)> known)
    {
        var fresh = new List<Entry>(pending.Length);
        foreach (var (entry, isNew, place) in pending)
        {
            if (!known.Add((entry.Source, entry.SourceKey)))
                continue;
            fresh.Add(entry);
            if (isNew is not null)
                isNew[place] = true;
        }
        return fresh;
    }

    private ChainedEntry[] Chained(List<Entry> fresh, Head head)
    {
        var (number, hash) = head;
        var chained = new ChainedEntry[fresh.Count];
        for (var place = 0; place < chained.Length; place++)
        {
            hash = ledger.Chain.Next(hash, ++number, fresh[place]);
            chained[place] = new ChainedEntry(number, fresh[place], hash);
        }
        return chained;
    }
}
