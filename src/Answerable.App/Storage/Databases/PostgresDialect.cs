using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Answerable.App.Storage;

internal sealed class PostgresDialect(string connectionString) : Dialect(connectionString)
{
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
        using var ledger = LedgerOn(connection);
        await ledger.TakeChainAsync();
        return transaction;
    }

    public override async Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop) =>
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);

    public override Ledger LedgerOn(DbConnection connection) => new PostgresLedger((NpgsqlConnection)connection);
}
