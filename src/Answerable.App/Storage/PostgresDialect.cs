using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Answerable.App.Storage;

internal sealed class PostgresDialect(string connectionString) : Dialect(connectionString)
{
    // Any constant will do: it names the one lock that orders the chain.
    private const long ChainLock = 0x416E73776572;

    // The writer's statements are planned once, perhaps while the tables are still empty, and those plans must hold when they are full:
    // left to itself it reads the whole journal to see whether an entry is known.
    private const string PlansForFullTables = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    public override string Name => "Postgres";

    public override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString);

    public override void Use(DbContextOptionsBuilder options, DbConnection connection) => options.UseNpgsql(connection);

    public override async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { MaxAutoPrepare = 40, AutoPrepareMinUsages = 2 };
        settings.Options = $"{settings.Options} {PlansForFullTables}";
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
