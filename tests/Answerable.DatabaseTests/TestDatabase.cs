using System.IO.Compression;
using System.Reflection;
using Answerable.App;
using Answerable.App.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

[assembly: AssemblyFixture(typeof(Answerable.DatabaseTests.TestDatabase.Templates))]

namespace Answerable.DatabaseTests;

/// <summary>A database of a test's own, gone when the test ends.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The scripts of all modules are run once a kind of database and run of the tests; every test then has a copy.</summary>
    private static readonly Lazy<Task<TestDatabase>>[] Migrated =
        [.. Enum.GetValues<Database>().Select(kind => new Lazy<Task<TestDatabase>>(() => MigrateAsync(kind)))];

    /// <summary>What 0.1.0 left, as it was and brought to the present schema: read in once as well.</summary>
    private static readonly Lazy<Task<TestDatabase>>[] Left =
        [.. Enum.GetValues<Database>().Select(kind => new Lazy<Task<TestDatabase>>(() => LeftAsync(kind)))];
    private static readonly Lazy<Task<TestDatabase>>[] Upgraded =
        [.. Enum.GetValues<Database>().Select(kind => new Lazy<Task<TestDatabase>>(() => UpgradeAsync(kind)))];

    private readonly DirectoryInfo? _folder;
    private readonly string? _name;

    private TestDatabase(string connection, DirectoryInfo? folder, string? name) => (Connection, _folder, _name) = (connection, folder, name);

    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("ANSWERABLE_TEST_POSTGRES");

    public string Connection { get; }

    public static async Task<TestDatabase> EmptyAsync(Database kind)
    {
        if (kind == Database.Sqlite)
            return OnFile();
        var name = NewName();
        await RunAsync(Postgres!, $"CREATE DATABASE {name}");
        return OnServer(name);
    }

    /// <summary>With the present schema and no rows but the scripts' own.</summary>
    public static async Task<TestDatabase> MigratedAsync(Database kind) => await (await Migrated[(int)kind].Value).CopyAsync();

    /// <summary>As 0.1.0 left it.</summary>
    public static async Task<TestDatabase> OfReleaseAsync(Database kind) => await (await Left[(int)kind].Value).CopyAsync();

    /// <summary>The same with the present schema.</summary>
    public static async Task<TestDatabase> UpgradedAsync(Database kind) => await (await Upgraded[(int)kind].Value).CopyAsync();

    private async Task<TestDatabase> CopyAsync()
    {
        if (_name is null)
        {
            var copy = OnFile();
            File.Copy(Connection, copy.Connection);
            return copy;
        }
        var name = NewName();
        await RunAsync(Postgres!, $"CREATE DATABASE {name} TEMPLATE {_name}");
        return OnServer(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_name is not null)
        {
            await RunAsync(Postgres!, $"DROP DATABASE {_name} WITH (FORCE)");
            return;
        }
        SqliteConnection.ClearAllPools();
        for (var attempt = 1; _folder!.Exists; attempt++, _folder.Refresh())
            try
            {
                _folder.Delete(recursive: true);
            }
            catch (IOException) when (attempt < 50)
            {
                // What the product began beside its pages may still be writing its last.
                await Task.Delay(100);
            }
    }

    /// <summary>A SQLite file, or what pg_dump wrote.</summary>
    private static async Task<TestDatabase> LeftAsync(Database kind)
    {
        var database = await EmptyAsync(kind);
        if (kind == Database.Sqlite)
        {
            await using var file = File.Create(database.Connection);
            await using var kept = Kept("centre-0.1.0.sqlite.gz");
            await kept.CopyToAsync(file);
            return database;
        }
        await using var dump = Kept("centre-0.1.0.postgres.sql.gz");
        using var sql = new StreamReader(dump);
        await RunAsync(database.Connection, await sql.ReadToEndAsync());
        return database;
    }

    private static async Task<TestDatabase> UpgradeAsync(Database kind) => await BroughtUpAsync(kind, await OfReleaseAsync(kind));

    private static async Task<TestDatabase> MigrateAsync(Database kind) => await BroughtUpAsync(kind, await EmptyAsync(kind));

    private static async Task<TestDatabase> BroughtUpAsync(Database kind, TestDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAnswerable(kind == Database.Sqlite ? database.Connection : database.Connection + ";Pooling=false");
        using (var host = builder.Build())
            await host.Services.GetRequiredService<Schema>().MigrateAsync();
        return kind == Database.Sqlite ? await SettledAsync(database) : database;
    }

    /// <summary>One file, with nothing of it left in a log beside.</summary>
    private static async Task<TestDatabase> SettledAsync(TestDatabase database)
    {
        var settled = OnFile();
        await using var connection = new SqliteConnection($"Data Source={database.Connection};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM INTO '{settled.Connection}'";
        await command.ExecuteNonQueryAsync();
        return settled;
    }

    internal static GZipStream Kept(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(known => known.EndsWith($".Fixtures.{name}", StringComparison.Ordinal));
        return new GZipStream(assembly.GetManifestResourceStream(resource)!, CompressionMode.Decompress);
    }

    private static TestDatabase OnFile()
    {
        var folder = Directory.CreateTempSubdirectory("answerable-test-");
        return new TestDatabase(Path.Combine(folder.FullName, "centre.db"), folder, null);
    }

    private static TestDatabase OnServer(string name) =>
        new(new NpgsqlConnectionStringBuilder(Postgres) { Database = name, MaxPoolSize = 10 }.ToString(), null, name);

    private static string NewName() => $"test_{Ids.New():N}";

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Takes the migrated databases away when the tests have run.</summary>
    public sealed class Templates : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var made in Migrated.Concat(Left).Concat(Upgraded)
                .Where(template => template.IsValueCreated && template.Value.IsCompletedSuccessfully))
                await (await made.Value).DisposeAsync();
        }
    }
}
