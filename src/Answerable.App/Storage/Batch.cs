using System.Data.Common;
using Answerable.App.Acts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>What the writer does in one transaction: entries wait here until they are flushed together.</summary>
internal sealed class Batch(Dialect dialect, DbConnection connection, DbTransaction transaction, DbContextOptions<AnswerableDb> options)
{
    private readonly List<Pending> _pending = [];
    private long _number = -1;
    private byte[] _hash = HashChain.Origin;
    private bool _headMoved;

    private readonly record struct Pending(Entry Entry, bool[]? New, int Place);

    public DbTransaction Transaction => transaction;
    public List<Notice> Notices { get; } = [];

    public AnswerableDb NewContext()
    {
        var db = new AnswerableDb(options);
        db.Database.UseTransaction(transaction);
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    public void Append(Entry entry, bool[]? isNew = null, int place = 0) => _pending.Add(new Pending(entry, isNew, place));

    public async Task FlushAsync()
    {
        if (_pending.Count == 0)
            return;
        await ReadHeadAsync();
        var fresh = await FreshAsync();
        var (number, hash) = (_number, _hash);
        var chained = new ChainedEntry[fresh.Count];
        for (var place = 0; place < fresh.Count; place++)
        {
            hash = HashChain.Next(hash, ++number, fresh[place]);
            chained[place] = new ChainedEntry(number, fresh[place], hash);
        }
        _pending.Clear();
        if (fresh.Count == 0)
            return;
        await dialect.InsertAsync(connection, transaction, chained, CancellationToken.None);
        await new ContactProjection(dialect, connection, transaction, NewContext).ApplyAsync(fresh, number);
        (_number, _hash, _headMoved) = (number, hash, true);
    }

    public async Task WriteHeadAsync()
    {
        if (!_headMoved)
            return;
        await using var db = NewContext();
        await db.JournalHead.ExecuteUpdateAsync(set => set.SetProperty(head => head.Number, _number).SetProperty(head => head.Hash, _hash));
    }

    private async Task<List<Entry>> FreshAsync()
    {
        var known = await dialect.KnownAsync(connection, transaction, _pending.ConvertAll(pending => pending.Entry), CancellationToken.None);
        var fresh = new List<Entry>(_pending.Count);
        foreach (var (entry, isNew, place) in _pending)
        {
            if (!known.Add((entry.Source, entry.SourceKey)))
                continue;
            fresh.Add(entry);
            if (isNew is not null)
                isNew[place] = true;
        }
        return fresh;
    }

    private async Task ReadHeadAsync()
    {
        if (_number >= 0)
            return;
        await using var db = NewContext();
        var head = await db.JournalHead.AsNoTracking().SingleAsync();
        (_number, _hash) = (head.Number, head.Hash);
    }
}
