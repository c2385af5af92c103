using System.Globalization;
using Npgsql;

namespace Answerable.App.Storage;

/// <summary>
/// What is deleted stays in its page, after an ordinary VACUUM too: the tables are written anew, and the old files go. Rows that a transaction from
/// before could still see are carried over though, whatever it reads: so it waits for those first, and believes only what PostgreSQL itself says
/// was left.
/// </summary>
internal sealed class PostgresWiping : Wiping
{
    // An autovacuum holds up none of this; what it holds all the same is told after the rewrite.
    private const string OldestFromBefore = """
        SELECT min(xact_start) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type <> 'autovacuum worker' AND (backend_xmin IS NOT NULL OR backend_xid IS NOT NULL) AND xact_start < @begun
        """;

    private readonly NpgsqlConnection _connection;
    private readonly DateTime _begun;
    private readonly IReadOnlyCollection<string> _tables;
    private long _left;
    private int _told;

    private PostgresWiping(NpgsqlConnection connection, DateTime begun, IReadOnlyCollection<string> tables)
    {
        (_connection, _begun, _tables) = (connection, begun, tables);
        connection.Notice += (_, said) => Hear(said.Notice);
    }

    public static async Task<PostgresWiping> BeginAsync(string connectionString, IReadOnlyCollection<string> tables, CancellationToken stop)
    {
        // What was left stands in the details of what the server says.
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            IncludeErrorDetail = true,
        });
        var connection = await source.OpenConnectionAsync(stop);
        try
        {
            // Whoever waits for a table keeps all others waiting behind: the desks are to wait for no longer than a second.
            await using var begin = new NpgsqlCommand("SET lock_timeout = 1000; SELECT clock_timestamp()", connection);
            return new PostgresWiping(connection, (DateTime)(await begin.ExecuteScalarAsync(stop))!, tables);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task<string?> TryAsync(CancellationToken stop)
    {
        await using (var before = new NpgsqlCommand(OldestFromBefore, _connection))
        {
            before.Parameters.AddWithValue("begun", _begun);
            if (await before.ExecuteScalarAsync(stop) is DateTime since)
                return "Another session has been reading an older state of the database since "
                    + since.ToString("d MMMM HH:mm:ss", CultureInfo.InvariantCulture) + " UTC; the tables are written anew once it has ended.";
        }
        (_left, _told) = (0, 0);
        try
        {
            await using var rewrite = new NpgsqlCommand($"VACUUM (FULL, VERBOSE) {string.Join(", ", _tables)}", _connection) { CommandTimeout = 600 };
            await rewrite.ExecuteNonQueryAsync(stop);
        }
        catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable)
        {
            return "Somebody has the tables in use; they are written anew once they are free.";
        }
        if (_told < _tables.Count)
            return "PostgreSQL passed a table over: see that the user by which the centre signs in owns them all; it is done again.";
        return _left > 0 ? "PostgreSQL carried deleted rows over, for somebody may still read them; it is done again." : null;
    }

    /// <summary>Of each table it says how many dead rows could not be left behind yet, in the server's language.</summary>
    private void Hear(PostgresNotice notice)
    {
        var digits = string.Concat((notice.Detail ?? "").SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit));
        if (digits.Length == 0)
            return;
        _told++;
        _left += long.Parse(digits, CultureInfo.InvariantCulture);
    }

    public override ValueTask DisposeAsync() => _connection.DisposeAsync();
}
