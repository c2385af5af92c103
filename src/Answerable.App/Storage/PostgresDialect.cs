using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Answerable.App.Storage;

internal sealed class PostgresDialect(string connectionString) : Dialect(connectionString)
{
    // Any constant will do: it names the one lock that orders the chain.
    private const long ChainLock = 0x416E73776572;

    public override string Name => "Postgres";

    public override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString);

    public override void Use(DbContextOptionsBuilder options, DbConnection connection) => options.UseNpgsql(connection);

    public override async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { MaxAutoPrepare = 40, AutoPrepareMinUsages = 2 }.ToString());
        await connection.OpenAsync(stop);
        return connection;
    }

    public override async Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken stop)
    {
        var transaction = await connection.BeginTransactionAsync(stop);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", (NpgsqlConnection)connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = ChainLock });
        await command.ExecuteNonQueryAsync(stop);
        return transaction;
    }

    public override Ledger LedgerOn(DbConnection connection) => new PostgresLedger((NpgsqlConnection)connection);
    public override async Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);

    public override async Task<HashSet<(string Source, string Key)>> KnownAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Entry> entries, CancellationToken stop)
    {
        var known = new HashSet<(string, string)>();
        await using var command = Command(connection,
            "SELECT e.source, e.source_key FROM unnest($1, $2) AS asked (source, source_key) JOIN journal_entries e USING (source, source_key)");
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = entries.Select(entry => entry.Source).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = entries.Select(entry => entry.SourceKey).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            known.Add((reader.GetString(0), reader.GetString(1)));
        return known;
    }

    public override async Task InsertAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<ChainedEntry> entries, CancellationToken stop)
    {
        await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(
            "COPY journal_entries (number, at, kind, source, source_key, subject, actor, name, body, hash) FROM STDIN (FORMAT BINARY)", stop);
        foreach (var (number, entry, hash) in entries)
        {
            await copy.StartRowAsync(stop);
            await copy.WriteAsync(number, NpgsqlDbType.Bigint, stop);
            await copy.WriteAsync(entry.At.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint, stop);
            await copy.WriteAsync((int)entry.Kind, NpgsqlDbType.Integer, stop);
            await copy.WriteAsync(entry.Source, NpgsqlDbType.Text, stop);
            await copy.WriteAsync(entry.SourceKey, NpgsqlDbType.Text, stop);
            await copy.WriteAsync(entry.Subject, NpgsqlDbType.Uuid, stop);
            if (entry.Actor is { } actor)
                await copy.WriteAsync(actor, NpgsqlDbType.Uuid, stop);
            else
                await copy.WriteNullAsync(stop);
            await copy.WriteAsync(entry.Name, NpgsqlDbType.Text, stop);
            await copy.WriteAsync(entry.Body, NpgsqlDbType.Text, stop);
            await copy.WriteAsync(hash, NpgsqlDbType.Bytea, stop);
        }
        await copy.CompleteAsync(stop);
    }

    public override async Task UpsertAsync(DbConnection connection, DbTransaction transaction, IReadOnlyCollection<Contact> contacts, CancellationToken stop)
    {
        var places = string.Join(", ", Enumerable.Range(1, ContactColumns.All.Count).Select(place => $"${place}"));
        await using var command = Command(connection,
            $"INSERT INTO journal_contacts ({ContactColumns.Names}) SELECT * FROM unnest({places}) ON CONFLICT (id) DO UPDATE SET {ContactColumns.Replacements}");
        foreach (var column in ContactColumns.All)
            command.Parameters.Add(new NpgsqlParameter
            {
                NpgsqlDbType = NpgsqlDbType.Array | column.Type,
                Value = ArrayOf(column, contacts),
            });
        await command.ExecuteNonQueryAsync(stop);
    }

    public override async Task MarkDirtyAsync(DbConnection connection, DbTransaction transaction, IReadOnlyCollection<int> quarters, long mark, CancellationToken stop)
    {
        await using var command = Command(connection, "INSERT INTO measures_dirty (quarter, mark) SELECT quarter, $2 FROM unnest($1) AS changed (quarter) ON CONFLICT (quarter) DO UPDATE SET mark = excluded.mark");
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer, Value = quarters.ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = mark });
        await command.ExecuteNonQueryAsync(stop);
    }

    private static NpgsqlCommand Command(DbConnection connection, string sql) => new(sql, (NpgsqlConnection)connection);

    private static Array ArrayOf(ContactColumns.Column column, IReadOnlyCollection<Contact> contacts) => column.Type switch
    {
        NpgsqlDbType.Uuid => contacts.Select(contact => (Guid?)column.Value(contact)).ToArray(),
        NpgsqlDbType.Integer => contacts.Select(contact => (int?)column.Value(contact)).ToArray(),
        NpgsqlDbType.Bigint => contacts.Select(contact => (long?)column.Value(contact)).ToArray(),
        NpgsqlDbType.Boolean => contacts.Select(contact => (bool?)column.Value(contact)).ToArray(),
        _ => contacts.Select(contact => (string?)column.Value(contact)).ToArray(),
    };
}
