using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>
/// Brings a database to the present schema: numbered scripts, each run once in a transaction, in the order of their numbers over all
/// modules. A module keeps its own in its folder <c>Schema</c>, one for each database: <c>0013_name.sqlite.sql</c>,
/// <c>0013_name.postgres.sql</c>. (Why scripts and not generated migrations: docs/adr/0004.)
/// </summary>
public sealed class Schema
{
    private readonly Dialect _dialect;
    private readonly IDbContextFactory<AnswerableDb> _databases;

    internal Schema(Dialect dialect, IDbContextFactory<AnswerableDb> databases)
    {
        _dialect = dialect;
        _databases = databases;
    }

    /// <summary>Runs the scripts not yet run; returns their names.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop = default)
    {
        await using var connection = await _dialect.OpenAsync(stop);
        var done = await BeginAsync(connection, stop);
        var ran = new List<string>();
        foreach (var (number, name, sql) in Scripts(_dialect.Name).Where(script => !done.Contains(script.Number)))
            if (await RunOnceAsync(connection, number, name, sql, stop))
                ran.Add(name);
        return ran;
    }

    /// <summary>The script that would create the model's whole schema in one go, as the mapper writes it.</summary>
    public async Task<string> ScriptAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        return db.Database.GenerateCreateScript();
    }

    /// <summary>The scripts of a database ("Sqlite", "Postgres"), in the order they run.</summary>
    internal static IReadOnlyList<(int Number, string Name, string Sql)> Scripts(string database)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var first = $"Answerable.App.Storage.Migrations.{database}.";
        var suffix = $".{database.ToLowerInvariant()}.sql";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(first, StringComparison.Ordinal) || name.EndsWith(suffix, StringComparison.Ordinal))
            .Select(resource => (Name: NameOf(resource, first, suffix), Sql: Read(assembly, resource)))
            .Select(script => (int.Parse(script.Name[..4], CultureInfo.InvariantCulture), script.Name, script.Sql))
            .OrderBy(script => script.Item1)];
    }

    private static string NameOf(string resource, string first, string suffix)
    {
        if (resource.StartsWith(first, StringComparison.Ordinal))
            return Path.GetFileNameWithoutExtension(resource[first.Length..]);
        var path = resource[..^suffix.Length];
        return path[(path.LastIndexOf('.') + 1)..];
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private async Task<HashSet<int>> BeginAsync(DbConnection connection, CancellationToken stop)
    {
        await using var transaction = await _dialect.BeginWritingAsync(connection, stop);
        await RunAsync(connection, transaction,
            "CREATE TABLE IF NOT EXISTS schema_versions (number integer NOT NULL PRIMARY KEY, name text NOT NULL)", stop);
        var done = await DoneAsync(connection, transaction, stop);
        await transaction.CommitAsync(stop);
        return done;
    }

    /// <summary>Servers that start together take turns: who comes second finds the script run.</summary>
    private async Task<bool> RunOnceAsync(DbConnection connection, int number, string name, string sql, CancellationToken stop)
    {
        await using var transaction = await _dialect.BeginWritingAsync(connection, stop);
        if ((await DoneAsync(connection, transaction, stop)).Contains(number))
            return false;
        await RunAsync(connection, transaction, sql, stop);
        await RunAsync(connection, transaction, $"INSERT INTO schema_versions (number, name) VALUES ({number}, '{name}')", stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private static async Task<HashSet<int>> DoneAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT number FROM schema_versions";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var done = new HashSet<int>();
        while (await reader.ReadAsync(stop))
            done.Add(reader.GetInt32(0));
        return done;
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }
}
