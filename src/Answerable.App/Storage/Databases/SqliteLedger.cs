using System.Data.Common;
using Answerable.Model.Journal;
using Microsoft.Data.Sqlite;

namespace Answerable.App.Storage;

internal sealed class SqliteLedger(SqliteConnection connection, ChainKey chain) : Ledger(chain)
{
    private readonly SqliteStatement _head = new(connection, "SELECT number, hash FROM journal_head WHERE id = 1");
    private readonly SqliteStatement _moveHead = new(connection, "UPDATE journal_head SET number = ?, hash = ?, seal = ? WHERE id = 1");
    private readonly SqliteStatement _known = new(connection, "SELECT 1 FROM journal_entries WHERE source = ? AND source_key = ?");
    private readonly SqliteStatement _insert = new(connection,
        "INSERT INTO journal_entries (number, at, kind, source, source_key, subject, actor, name, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    private readonly Dictionary<KeptTable, SqliteTable> _tables = [];

    /// <summary>Whoever writes to the file holds it alone from the beginning.</summary>
    public override Task<DbTransaction> BeginAsync() => Task.FromResult<DbTransaction>(connection.BeginTransaction(deferred: false));

    public override Task TakeChainAsync() => Task.CompletedTask;

    public override Task<Found> FindAsync(IReadOnlyList<Entry> entries, IReadOnlyList<RowsAsked> asked, bool alone)
    {
        var known = new HashSet<(string, string)>();
        foreach (var entry in entries)
            if (Knows(entry))
                known.Add((entry.Source, entry.SourceKey));
        foreach (var rows in asked)
            In(rows.Table).Find(rows);
        return Task.FromResult(new Found(Head(), known));
    }

    public override Task WriteAsync(IReadOnlyList<ChainedEntry> entries, IReadOnlyList<RowsKept> kept)
    {
        foreach (var chained in entries)
            Insert(chained);
        Keep(kept);
        _moveHead.Bind(1, entries[^1].Number);
        _moveHead.Bind(2, entries[^1].Hash);
        _moveHead.Bind(3, Chain.Seal(entries[^1].Number, entries[^1].Hash));
        _moveHead.Run();
        return Task.CompletedTask;
    }

    public override Task KeepAsync(IReadOnlyList<RowsKept> kept)
    {
        Keep(kept);
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        _head.Dispose();
        _moveHead.Dispose();
        _known.Dispose();
        _insert.Dispose();
        foreach (var table in _tables.Values)
            table.Dispose();
    }

    private Head Head()
    {
        if (!_head.Step())
            throw new InvalidOperationException("The journal has no head.");
        var head = new Head(_head.Long(0), _head.Bytes(1));
        _head.Reset();
        return head;
    }

    private bool Knows(Entry entry)
    {
        _known.Bind(1, entry.Source);
        _known.Bind(2, entry.SourceKey);
        if (!_known.Step())
            return false;
        _known.Reset();
        return true;
    }

    private SqliteTable In(KeptTable table) =>
        _tables.TryGetValue(table, out var known) ? known : _tables[table] = new SqliteTable(connection, table);

    private void Insert(ChainedEntry chained)
    {
        var (number, entry, hash) = chained;
        _insert.Bind(1, number);
        _insert.Bind(2, entry.At.ToUnixTimeMilliseconds());
        _insert.Bind(3, (long)entry.Kind);
        _insert.Bind(4, entry.Source);
        _insert.Bind(5, entry.SourceKey);
        _insert.Bind(6, entry.Subject);
        _insert.Bind(7, entry.Actor);
        _insert.Bind(8, entry.Name);
        _insert.Bind(9, entry.Body);
        _insert.Bind(10, hash);
        _insert.Run();
    }

    private void Keep(IReadOnlyList<RowsKept> kept)
    {
        foreach (var rows in kept)
        {
            var table = In(rows.Table);
            foreach (var row in rows.New)
                table.Put(row);
            foreach (var row in rows.Changed)
                table.Change(row);
            foreach (var row in rows.Put)
                table.Put(row);
        }
    }
}
