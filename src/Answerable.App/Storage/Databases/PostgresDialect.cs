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

    /// <summary>Out of those that pages are read by: where the database was started again, whoever asks whether it is ready finds that they are gone,
    /// and no page does.</summary>
    public override async Task<DbConnection?> OpenToLookAsync(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(stop);
        return connection;
    }
    public override async Task<DatabaseFigures> FiguresAsync(DbConnection connection, CancellationToken stop)
    {
        await using var asked = connection.CreateCommand();
        asked.CommandText = "SELECT current_setting('server_version'), pg_database_size(current_database()), clock_timestamp()";
        await using var read = await asked.ExecuteReaderAsync(stop);
        await read.ReadAsync(stop);
        var version = read.GetString(0).Split(' ')[0];
        return new DatabaseFigures($"PostgreSQL {version}", read.GetInt64(1), null, await read.GetFieldValueAsync<DateTimeOffset>(2, stop));
    }

    public override async Task<bool> IsOpenElsewhereAsync(CancellationToken stop)
    {
        // Our own that rest in a pool, of whichever settings, count like others': they go first, and the server needs a moment to see it.
        NpgsqlConnection.ClearAllPools();
        await using var asking = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await asking.OpenAsync(stop);
        for (var left = 10; left > 0; left--)
        {
            await using var others = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                + "AND pid <> pg_backend_pid() AND backend_type = 'client backend'", asking);
            if (await others.ExecuteScalarAsync(stop) is 0L)
                return false;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stop);
        }
        return true;
    }

    public override async Task<Filling> FillAsync(CancellationToken stop) => await PostgresFilling.BeginAsync(this, stop);

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

    public override Task<bool> HasTableAsync(DbTransaction transaction, string table, CancellationToken stop) =>
        AnyAsync(transaction, $"SELECT count(to_regclass('{table}'))", stop);

    /// <summary>Schemas are shared there with extensions, and with other programs knowingly.</summary>
    public override Task<bool> IsOthersAsync(DbTransaction transaction, CancellationToken stop) => Task.FromResult(false);

    public override ILink LinkFor(ThisNode node, Writer writer) => new PostgresLink(ConnectionString, node);

    /// <summary>As many servers as there are share it.</summary>
    public override IDisposable? HoldForServer() => null;

    /// <summary>Whatever is not an answer of the server to a statement is the way to it: cut, refused, too slow.</summary>
    public override bool IsAway(Exception thrown) => thrown switch
    {
        PostgresException answer => answer.SqlState is ['0', '8', ..] or ['5', '3' or '7' or '8', ..] or "25006",
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException => true,
        _ => false,
    };

    public override string? Unfit(Exception thrown) => thrown switch
    {
        PostgresException { SqlState: "3D000" } => "There is no such database on the server: create it first, empty.",
        PostgresException { SqlState: ['2', '8', ..] } => "The database server refuses who asks: look at the user and the password.",
        PostgresException { SqlState: "25006" } => "The database can be read and not written: it is a copy, or was made so.",
        PostgresException { SqlState: "42501" } => "The database server lets this user make no tables.",
        _ => IsAway(thrown) ? $"The database server cannot be reached: {thrown.Message}" : null,
    };
    public override Ledger LedgerOn(DbConnection connection, ChainKey chain) => new PostgresLedger((NpgsqlConnection)connection, chain);

    public override Task SealHeadAsync(RowsInHand rows, byte[] seal, CancellationToken stop) => rows.RunAsync("""
        ALTER TABLE journal_head DISABLE TRIGGER journal_head_only_forward;
        UPDATE journal_head SET seal = @p0 WHERE id = 1;
        ALTER TABLE journal_head ENABLE TRIGGER journal_head_only_forward
        """, [seal], stop);

    protected override async Task<Wiping> BeginWipingAsync(IReadOnlyCollection<string> tables, bool whole, CancellationToken stop) =>
        await PostgresWiping.BeginAsync(ConnectionString, tables, stop);
}
