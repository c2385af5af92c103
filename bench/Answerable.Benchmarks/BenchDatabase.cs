using Answerable.App;
using Answerable.App.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Answerable.Benchmarks;

/// <summary>A database of a benchmark's own: a SQLite file, or one on the PostgreSQL that ANSWERABLE_TEST_POSTGRES names.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("ANSWERABLE_TEST_POSTGRES");
    private readonly Func<Task> _drop;

    private BenchDatabase(string title, string connection, Func<Task> drop) => (Title, Connection, _drop) = (title, connection, drop);

    public string Title { get; }
    public string Connection { get; }

    public static async IAsyncEnumerable<BenchDatabase> EachAsync(TextWriter to)
    {
        var folder = Directory.CreateTempSubdirectory("answerable-bench-");
        yield return new BenchDatabase("SQLite", Path.Combine(folder.FullName, "centre.db"), () =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
        if (Postgres is null)
        {
            await to.WriteLineAsync("PostgreSQL: not measured, for ANSWERABLE_TEST_POSTGRES names none.");
            yield break;
        }
        var name = $"bench_{Ids.New():N}";
        await RunAsync($"CREATE DATABASE {name}");
        yield return new BenchDatabase("PostgreSQL", new NpgsqlConnectionStringBuilder(Postgres) { Database = name }.ToString(), () =>
            RunAsync($"DROP DATABASE {name} WITH (FORCE)"));
    }

    /// <summary>The product without its pages, on this database.</summary>
    public async Task<IHost> OpenAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddAnswerable(Connection);
        var host = builder.Build();
        await host.Services.GetRequiredService<Schema>().MigrateAsync();
        await host.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync() => await _drop();

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
