using System.Net;
using Answerable.DatabaseTests.Deliveries;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Answerable.DatabaseTests.Web;

/// <summary>What a server says to those who watch whether it can be worked with, while it runs.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task A_full_disk_under_a_running_server_is_said_and_with_room_again_it_goes_on_by_itself()
    {
        using var disk = new SmallDisk();
        using var server = await RunningServer.StartOnAsync(disk, Path.Combine(disk.Folder, "centre.db"));
        await SaysAsync(server, HttpStatusCode.OK, "ok");
        disk.FillUp(server.Id);
        await SaysAsync(server, HttpStatusCode.ServiceUnavailable, "The database takes no writing.");
        disk.MakeRoom(server.Id);
        await SaysAsync(server, HttpStatusCode.OK, "ok");
    }

    /// <summary>As its server answers where its disk is full: to whoever reads it answers as before.</summary>
    [Theory, EachDatabase]
    public async Task A_full_disk_of_the_databases_own_server_is_said_too(Database database)
    {
        if (database == Database.Sqlite)
            return; // Its disk is this machine's.
        await using var kept = await TestDatabase.EmptyAsync(database);
        using var server = await RunningServer.StartAsync(kept.Connection);
        await DoAsync(database, kept.Connection,
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$;"
            + "CREATE TRIGGER full_disk BEFORE UPDATE ON work_nodes FOR EACH ROW EXECUTE FUNCTION full_disk();");
        await SaysAsync(server, HttpStatusCode.ServiceUnavailable, "The database takes no writing.");
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/live")).StatusCode);
        await DoAsync(database, kept.Connection, "DROP TRIGGER full_disk ON work_nodes");
        await SaysAsync(server, HttpStatusCode.OK, "ok");
    }

    [Theory, EachDatabase]
    public async Task A_database_that_a_newer_version_brought_on_is_said_and_one_brought_back_is_served_again(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        using var server = await RunningServer.StartAsync(kept.Connection);
        await SaysAsync(server, HttpStatusCode.OK, "ok");
        await DoAsync(database, kept.Connection, "INSERT INTO schema_versions (number, name) VALUES (9999, '9999_of_a_version_to_come')");
        await SaysAsync(server, HttpStatusCode.ServiceUnavailable, "The database cannot be worked with; the log of this server says why.");
        await DoAsync(database, kept.Connection, "DELETE FROM schema_versions WHERE number = 9999");
        await SaysAsync(server, HttpStatusCode.OK, "ok");
    }

    private static Task SaysAsync(RunningServer server, HttpStatusCode status, string words) => Soon.SoAsync($"it says: {words}", async () =>
    {
        using var answer = await server.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return answer.StatusCode == status && await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) == words;
    });

    private static async Task DoAsync(Database database, string connectionString, string statement)
    {
        await using System.Data.Common.DbConnection connection = database == Database.Sqlite
            ? new SqliteConnection($"Data Source={connectionString};Pooling=false") : new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
