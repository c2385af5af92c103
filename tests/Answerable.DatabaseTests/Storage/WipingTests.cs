using Answerable.App.Storage;
using Npgsql;

namespace Answerable.DatabaseTests.Storage;

/// <summary>What PostgreSQL is asked where tables are to be written anew, and what is believed of its answer.</summary>
public sealed class WipingTests
{
    [Theory, EachDatabase]
    public async Task The_connections_own_options_hold_and_nobody_is_kept_waiting(Database database)
    {
        if (database == Database.Sqlite)
            return;
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var other = await SaidAsync(kept, "CREATE SCHEMA own; CREATE TABLE own.lines (id integer)");
        await using var wiping = await PostgresWiping.BeginAsync(kept.Connection + ";Options=-c search_path=own", ["lines"], CancellationToken.None);
        Assert.Null(await wiping.TryAsync(CancellationToken.None));
        await using var held = await other.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("LOCK TABLE own.lines", other, held);
        await take.ExecuteNonQueryAsync();
        Assert.Contains("in use", await wiping.TryAsync(CancellationToken.None), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_table_that_is_passed_over_is_missed(Database database)
    {
        if (database == Database.Sqlite)
            return;
        await using var kept = await TestDatabase.EmptyAsync(database);
        // One of the roles that every server has.
        await using var _ = await SaidAsync(kept,
            "CREATE TABLE ours (id integer); CREATE TABLE theirs (id integer); ALTER TABLE ours OWNER TO pg_monitor");
        var connection = kept.Connection + ";Options=-c role=pg_monitor";
        await using (var both = await PostgresWiping.BeginAsync(connection, ["ours", "theirs"], CancellationToken.None))
            Assert.Contains("passed a table over", await both.TryAsync(CancellationToken.None), StringComparison.Ordinal);
        await using var one = await PostgresWiping.BeginAsync(connection, ["ours"], CancellationToken.None);
        Assert.Null(await one.TryAsync(CancellationToken.None));
    }

    private static async Task<NpgsqlConnection> SaidAsync(TestDatabase kept, string sql)
    {
        var connection = new NpgsqlConnection(kept.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
