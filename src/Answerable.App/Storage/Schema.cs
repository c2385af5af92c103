using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>
/// Brings a database to the present schema: numbered scripts, one folder a database, each run once in a transaction.
/// (Why scripts and not generated migrations: docs/adr/0004.)
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
        await RunAsync(connection, null, "CREATE TABLE IF NOT EXISTS schema_versions (number integer NOT NULL PRIMARY KEY, name text NOT NULL)", stop);
        var done = await LastAsync(connection, stop);
        var ran = new List<string>();
        foreach (var (number, name, sql) in Scripts().Where(script => script.Number > done))
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await RunAsync(connection, transaction, sql, stop);
            await RunAsync(connection, transaction, $"INSERT INTO schema_versions (number, name) VALUES ({number}, '{name}')", stop);
            await transaction.CommitAsync(stop);
            ran.Add(name);
        }
        return ran;
    }

    /// <summary>The script that would create the model's whole schema in one go, as the mapper writes it.</summary>
    public async Task<string> ScriptAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        return db.Database.GenerateCreateScript();
    }

    private IEnumerable<(int Number, string Name, string Sql)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"Answerable.App.Storage.Migrations.{_dialect.Name}.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(resource[folder.Length..]);
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (int.Parse(name[..4], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    private static async Task<int> LastAsync(DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(MAX(number), 0) FROM schema_versions";
        return Convert.ToInt32(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }
}
