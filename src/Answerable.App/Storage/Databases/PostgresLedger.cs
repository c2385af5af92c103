using System.Data.Common;
using Answerable.Model.Journal;
using Npgsql;
using NpgsqlTypes;
using static Answerable.App.Storage.PostgresTables;

namespace Answerable.App.Storage;

internal sealed class PostgresLedger(NpgsqlConnection connection, ChainKey chain) : Ledger(chain)
{
    /// <summary>From so many rows on, a COPY costs less than its own beginning and end.</summary>
    private const int WorthACopy = 250;

    // The row that says where the chain ends is the lock that orders it: who waits for it reads the end that the last holder left.
    // The ledger's questions are planned once, perhaps while the tables are still empty, and those plans must hold when they are full:
    // left to itself the database reads the whole journal to see whether an entry is known. Set for them alone, and for this transaction:
    // what handlers ask on the same connection is planned as the database sees fit.
    private const string TakeChainAndPlanForFullTables = "SELECT number, hash, set_config('enable_seqscan', 'off', true), " +
        "set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true) FROM journal_head WHERE id = 1 FOR UPDATE";
    private const string PlanAsUsual =
        "SELECT set_config('enable_seqscan', NULL, true), set_config('enable_hashjoin', NULL, true), set_config('enable_mergejoin', NULL, true)";
    private const string TakeChain = "SELECT FROM journal_head WHERE id = 1 FOR UPDATE";

    private const string EntryColumns = "number, at, kind, source, source_key, subject, actor, name, body, hash";
    private readonly Dictionary<KeptTable, string> _keep = [];

    /// <summary>What has differed in any row yet: the statement soon stays the same, and its plan with it.</summary>
    private readonly Dictionary<KeptTable, ulong> _differing = [];

    public override async Task<DbTransaction> BeginAsync() => await connection.BeginTransactionAsync();

    public override async Task TakeChainAsync()
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, TakeChain);
        Add(batch, PlanAsUsual);
        await batch.ExecuteNonQueryAsync();
    }

    public override async Task<Found> FindAsync(IReadOnlyList<Entry> entries, IReadOnlyList<RowsAsked> asked, bool alone)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, TakeChainAndPlanForFullTables);
        Add(batch,
            "SELECT e.source, e.source_key FROM unnest($1, $2) AS asked (source, source_key) JOIN journal_entries e USING (source, source_key)",
            Texts(entries.Select(entry => entry.Source)), Texts(entries.Select(entry => entry.SourceKey)));
        foreach (var (table, ids) in asked)
            Add(batch, $"SELECT {table.Names} FROM {table.Name} WHERE {table.Key} = ANY ($1)", Array(NpgsqlDbType.Uuid, ids.ToArray()));
        if (!alone)
            Add(batch, PlanAsUsual);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var head = new Head(reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(1));
        await reader.NextResultAsync();
        var known = new HashSet<(string, string)>();
        while (await reader.ReadAsync())
            known.Add((reader.GetString(0), reader.GetString(1)));
        foreach (var rows in asked)
        {
            await reader.NextResultAsync();
            var fields = new Fields(reader, rows.Table);
            while (await reader.ReadAsync())
                rows.Rows.Add(rows.Table.Read(fields));
        }
        return new Found(head, known);
    }

    public override Task WriteAsync(IReadOnlyList<ChainedEntry> entries, IReadOnlyList<RowsKept> kept) => WriteAsync(entries, kept, commit: false);

    // The driver hears from the server that the transaction has ended.
    public override Task WriteAndCommitAsync(IReadOnlyList<ChainedEntry> entries, IReadOnlyList<RowsKept> kept, DbTransaction transaction) =>
        WriteAsync(entries, kept, commit: true);

    private async Task WriteAsync(IReadOnlyList<ChainedEntry> entries, IReadOnlyList<RowsKept> kept, bool commit)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (entries.Count >= WorthACopy)
            await CopyAsync(entries);
        else
            AddEntries(batch, entries);
        await AddKeptAsync(batch, kept);
        Add(batch, "UPDATE journal_head SET number = $1, hash = $2, seal = $3 WHERE id = 1",
            new NpgsqlParameter<long> { TypedValue = entries[^1].Number }, new NpgsqlParameter<byte[]> { TypedValue = entries[^1].Hash },
            new NpgsqlParameter<byte[]> { TypedValue = Chain.Seal(entries[^1].Number, entries[^1].Hash) });
        if (commit)
            Add(batch, "COMMIT");
        await batch.ExecuteNonQueryAsync();
    }

    public override async Task KeepAsync(IReadOnlyList<RowsKept> kept)
    {
        await using var batch = new NpgsqlBatch(connection);
        await AddKeptAsync(batch, kept);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync();
    }

    public override void Dispose()
    {
    }

    private async Task AddKeptAsync(NpgsqlBatch batch, IReadOnlyList<RowsKept> kept)
    {
        foreach (var rows in kept)
        {
            if (rows.New.Count >= WorthACopy)
                await PostgresTables.CopyAsync(connection, rows.Table, rows.New);
            else
                AddRows(batch, rows.Table, rows.New);
            AddChanges(batch, rows.Table, rows.Changed);
            AddRows(batch, rows.Table, rows.Put);
        }
    }

    private void AddRows(NpgsqlBatch batch, KeptTable table, IReadOnlyList<object> rows)
    {
        if (rows.Count == 0)
            return;
        if (!_keep.TryGetValue(table, out var keep))
            _keep[table] = keep = KeepStatement(table);
        Add(batch, keep, Arrays(table.Columns, rows));
    }

    private void AddChanges(NpgsqlBatch batch, KeptTable table, IReadOnlyList<RowChange> rows)
    {
        var differing = rows.Aggregate(_differing.GetValueOrDefault(table), (sofar, row) => sofar | table.Difference(row));
        _differing[table] = differing;
        if (rows.Count > 0 && differing != 0)
            Add(batch, ChangeStatement(table, differing), Arrays([.. table.KeyColumns, .. table.Of(differing)], [.. rows.Select(row => row.After)]));
    }

    private async Task CopyAsync(IReadOnlyList<ChainedEntry> entries)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY journal_entries ({EntryColumns}) FROM STDIN (FORMAT BINARY)");
        foreach (var (number, entry, hash) in entries)
        {
            copy.StartRow();
            copy.Write(number, NpgsqlDbType.Bigint);
            copy.Write(entry.At.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
            copy.Write((int)entry.Kind, NpgsqlDbType.Integer);
            copy.Write(entry.Source, NpgsqlDbType.Text);
            copy.Write(entry.SourceKey, NpgsqlDbType.Text);
            copy.Write(entry.Subject, NpgsqlDbType.Uuid);
            if (entry.Actor is { } actor)
                copy.Write(actor, NpgsqlDbType.Uuid);
            else
                copy.WriteNull();
            copy.Write(entry.Name, NpgsqlDbType.Text);
            copy.Write(entry.Body, NpgsqlDbType.Text);
            copy.Write(hash, NpgsqlDbType.Bytea);
        }
        await copy.CompleteAsync();
    }

    private static void AddEntries(NpgsqlBatch batch, IReadOnlyList<ChainedEntry> entries) => Add(batch,
        $"INSERT INTO journal_entries ({EntryColumns}) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        Array(NpgsqlDbType.Bigint, entries.Select(row => row.Number).ToArray()),
        Array(NpgsqlDbType.Bigint, entries.Select(row => row.Entry.At.ToUnixTimeMilliseconds()).ToArray()),
        Array(NpgsqlDbType.Integer, entries.Select(row => (int)row.Entry.Kind).ToArray()),
        Texts(entries.Select(row => row.Entry.Source)),
        Texts(entries.Select(row => row.Entry.SourceKey)),
        Array(NpgsqlDbType.Uuid, entries.Select(row => row.Entry.Subject).ToArray()),
        Array(NpgsqlDbType.Uuid, entries.Select(row => row.Entry.Actor).ToArray()),
        Texts(entries.Select(row => row.Entry.Name)),
        Texts(entries.Select(row => row.Entry.Body)),
        Array(NpgsqlDbType.Bytea, entries.Select(row => row.Hash).ToArray()));

    private static NpgsqlParameter<string[]> Texts(IEnumerable<string> values) => Array(NpgsqlDbType.Text, values.ToArray());

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        batch.BatchCommands.Add(command);
    }
}
