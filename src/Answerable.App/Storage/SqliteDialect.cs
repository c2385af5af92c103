using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

internal sealed class SqliteDialect(string file) : Dialect(ConnectionStringOf(file))
{
    public override string Name => "Sqlite";

    public override void Use(DbContextOptionsBuilder options) =>
        options.UseSqlite(ConnectionString).AddInterceptors(new SqlitePragmas());

    public override void Use(DbContextOptionsBuilder options, DbConnection connection) => options.UseSqlite(connection);

    public override async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(stop);
        SqlitePragmas.Set(connection);
        return connection;
    }

    public override Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override Ledger LedgerOn(DbConnection connection) => new SqliteLedger((SqliteConnection)connection);
    public override Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override async Task<HashSet<(string Source, string Key)>> KnownAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Entry> entries, CancellationToken stop)
    {
        var known = new HashSet<(string, string)>();
        await using var command = Command(connection, transaction, "SELECT 1 FROM journal_entries WHERE source = $0 AND source_key = $1", 2);
        foreach (var entry in entries)
        {
            command.Parameters[0].Value = entry.Source;
            command.Parameters[1].Value = entry.SourceKey;
            if (command.ExecuteScalar() is not null)
                known.Add((entry.Source, entry.SourceKey));
        }
        return known;
    }

    public override async Task InsertAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<ChainedEntry> entries, CancellationToken stop)
    {
        await using var command = Command(connection, transaction,
            "INSERT INTO journal_entries (number, at, kind, source, source_key, subject, actor, name, body, hash) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)", 10);
        var parameters = command.Parameters;
        foreach (var (number, entry, hash) in entries)
        {
            parameters[0].Value = number;
            parameters[1].Value = entry.At.ToUnixTimeMilliseconds();
            parameters[2].Value = (int)entry.Kind;
            parameters[3].Value = entry.Source;
            parameters[4].Value = entry.SourceKey;
            parameters[5].Value = entry.Subject;
            parameters[6].Value = (object?)entry.Actor ?? DBNull.Value;
            parameters[7].Value = entry.Name;
            parameters[8].Value = entry.Body;
            parameters[9].Value = hash;
            command.ExecuteNonQuery();
        }
    }

    public override async Task UpsertAsync(DbConnection connection, DbTransaction transaction, IReadOnlyCollection<Contact> contacts, CancellationToken stop)
    {
        var columns = ContactColumns.All;
        var places = string.Join(", ", Enumerable.Range(0, columns.Count).Select(place => $"${place}"));
        await using var command = Command(connection, transaction,
            $"INSERT INTO journal_contacts ({ContactColumns.Names}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {ContactColumns.Replacements}", columns.Count);
        foreach (var contact in contacts)
        {
            for (var place = 0; place < columns.Count; place++)
                command.Parameters[place].Value = columns[place].Value(contact) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    public override async Task MarkDirtyAsync(DbConnection connection, DbTransaction transaction, IReadOnlyCollection<int> quarters, long mark, CancellationToken stop)
    {
        await using var command = Command(connection, transaction, "INSERT INTO measures_dirty (quarter, mark) VALUES ($0, $1) ON CONFLICT (quarter) DO UPDATE SET mark = excluded.mark", 2);
        command.Parameters[1].Value = mark;
        foreach (var quarter in quarters)
        {
            command.Parameters[0].Value = quarter;
            command.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Command(DbConnection connection, DbTransaction transaction, string sql, int parameters)
    {
        var command = ((SqliteConnection)connection).CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = sql;
        for (var place = 0; place < parameters; place++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${place}" });
        return command;
    }

    private static string ConnectionStringOf(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
