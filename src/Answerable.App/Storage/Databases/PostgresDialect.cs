using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Answerable.App.Storage;

internal sealed class PostgresDialect(string connectionString) : Dialect(connectionString)
{
    // Any number will do: it names the lock of those who change the tables. Where there is a chain already, it is theirs as well.
    private const string TakeAll = """
        DO $$ BEGIN
          PERFORM pg_advisory_xact_lock(71942639412594);
          IF to_regclass('journal_head') IS NOT NULL THEN
            PERFORM FROM journal_head WHERE id = 1 FOR UPDATE;
          END IF;
        END $$
        """;

    public override string Name => "Postgres";

    public override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString);

    public override void Use(DbContextOptionsBuilder options, DbConnection connection) => options.UseNpgsql(connection);

    public override async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { MaxAutoPrepare = 40, AutoPrepareMinUsages = 2 };
        var connection = new NpgsqlConnection(settings.ToString());
        await connection.OpenAsync(stop);
        return connection;
    }

    public override async Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken stop)
    {
        var transaction = await connection.BeginTransactionAsync(stop);
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (TakeAll, transaction);
        await command.ExecuteNonQueryAsync(stop);
        return transaction;
    }

    public override async Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop) =>
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);

    public override Ledger LedgerOn(DbConnection connection) => new PostgresLedger((NpgsqlConnection)connection);
}
