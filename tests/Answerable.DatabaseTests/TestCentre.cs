using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Answerable.DatabaseTests;

/// <summary>A whole centre, without pages, on a database of its own that goes when the test ends.</summary>
internal sealed class TestCentre : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Func<Task> _drop;

    private TestCentre(IHost host, ManualTime time, string database, Func<Task> drop)
    {
        (_host, Time, ConnectionString, _drop) = (host, time, database, drop);
    }

    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("ANSWERABLE_TEST_POSTGRES");

    public ManualTime Time { get; }
    public string ConnectionString { get; }
    public IServiceProvider Services => _host.Services;
    public Dispatcher Dispatcher => Services.GetRequiredService<Dispatcher>();
    public Writer Writer => Services.GetRequiredService<Writer>();

    public static async Task<TestCentre> OpenAsync(Database database, bool migrate = true)
    {
        var (connection, drop) = database == Database.Sqlite ? Sqlite() : await PostgresAsync();
        var time = new ManualTime(new DateTimeOffset(2026, 10, 9, 9, 0, 0, TimeSpan.Zero));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddAnswerable(connection);
        builder.Services.AddSingleton<TimeProvider>(time);
        var host = builder.Build();
        if (migrate)
        {
            await host.Services.GetRequiredService<Schema>().MigrateAsync();
            await host.StartAsync();
        }
        return new TestCentre(host, time, connection, drop);
    }

    public Task<Outcome<TResult>> DoAsync<TResult>(IAct<TResult> act, Actor? who = null) => Dispatcher.DoAsync(act, who ?? Actor.System);

    public Task<Outcome<TResult>> AskAsync<TResult>(IReading<TResult> reading, Actor? who = null) => Dispatcher.AskAsync(reading, who ?? Actor.System);

    public AnswerableDb OpenDb() => Services.GetRequiredService<IDbContextFactory<AnswerableDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _drop();
    }

    private static (string, Func<Task>) Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("answerable-test-");
        return (Path.Combine(folder.FullName, "centre.db"), Drop);

        Task Drop()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        }
    }

    private static async Task<(string, Func<Task>)> PostgresAsync()
    {
        var name = $"test_{Ids.New():N}";
        await RunAsync($"CREATE DATABASE {name}");
        var connection = new NpgsqlConnectionStringBuilder(Postgres) { Database = name, MaxPoolSize = 10 }.ToString();
        return (connection, () => RunAsync($"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
