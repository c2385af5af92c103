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
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { MaxAutoPrepare = 40, AutoPrepareMinUsages = 2 };
        var connection = new NpgsqlConnection(settings.ToString());
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

    public override async Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop) =>
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);

    public override Ledger LedgerOn(DbConnection connection) => new PostgresLedger((NpgsqlConnection)connection);
}
