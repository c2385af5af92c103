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
    private const string Register = "schema_versions";
    internal const string RegisterSql = "CREATE TABLE IF NOT EXISTS schema_versions (number integer NOT NULL PRIMARY KEY, name text NOT NULL)";
    private readonly Dialect _dialect;
    private readonly IDbContextFactory<AnswerableDb> _databases;

    private readonly Wrapping _wrapping;

    private readonly IEnumerable<NeededRow> _needed;

    internal Schema(Dialect dialect, IDbContextFactory<AnswerableDb> databases, Wrapping wrapping, IEnumerable<NeededRow> needed)
    {
        _needed = needed;
        _dialect = dialect;
        _databases = databases;
        _wrapping = wrapping;
    }

    /// <summary>Looks whether a database can be made or brought to the present schema, and changes nothing.</summary>
    /// <exception cref="DatabaseUnfitException">It cannot.</exception>
    public Task BeforehandAsync(CancellationToken stop = default) => LookAsync(stop);

    /// <summary>Runs the scripts not yet run; returns their names. What it made where nothing was, it takes away again where that cannot come to
    /// be.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop = default)
    {
        var made = await LookAsync(stop) is { } done && Scripts(_dialect.Name).All(script => done.ContainsKey(script.Number));
        var (there, keyed) = (_dialect.IsThere, _wrapping.HasKey);
        try
        {
            var ran = await RunAllAsync(made, stop);
            await NeedAsync(stop);
            return ran;
        }
        // Where another process is beginning it too, it is held, which is no fault of a disk.
        catch (Exception broken) when (!there
            && (broken is IOException or UnauthorizedAccessException || FullDisk.Told(broken, "") is not null))
        {
            _dialect.TakeAway();
            if (!keyed)
                _wrapping.TakeKeyAway();
            throw;
        }
    }

    private async Task<IReadOnlyList<string>> RunAllAsync(bool made, CancellationToken stop)
    {
        await using var connection = await _dialect.OpenAsync(stop);
        var (scripts, done) = (Scripts(_dialect.Name), await BeginAsync(connection, stop));
        var ran = new List<string>();
        foreach (var (number, name, sql) in scripts.Where(script => !done.ContainsKey(script.Number)))
            if (await RunOnceAsync(connection, number, name, sql, stop))
                ran.Add(name);
        await _wrapping.SettleAsync(connection, made, stop);
        return ran;
    }

    /// <summary>Looks whether the database has the present schema, and changes nothing.</summary>
    /// <exception cref="DatabaseUnfitException">It has not.</exception>
    public async Task CheckAsync(CancellationToken stop = default)
    {
        if (await LookAsync(stop) is not { } done)
            throw new DatabaseUnfitException(
                "There is no centre of Answerable in this database yet: name another, or start the server on it first.");
        if (Scripts(_dialect.Name).Any(script => !done.ContainsKey(script.Number)))
            throw new DatabaseUnfitException(
                "The database is of an earlier version of Answerable: start this version's server on it once, then ask again.");
        await NeedAsync(stop);
    }

    /// <summary>Looks whether all is there without which nothing works: it is said at once, and not by whatever would have asked for it.</summary>
    /// <exception cref="DatabaseUnfitException">It is not.</exception>
    private async Task NeedAsync(CancellationToken stop)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        foreach (var row in _needed)
            if (await row.AmissAsync(db, stop) is { } amiss)
                throw new DatabaseUnfitException(amiss);
    }

    /// <summary>Which scripts the database has had, none where it knows of none; looked at by a way that can change nothing.</summary>
    /// <exception cref="DatabaseUnfitException">It is of something else, or of a version to come: this one could not know what it breaks.</exception>
    private async Task<Dictionary<int, string>?> LookAsync(CancellationToken stop)
    {
        await using var connection = await _dialect.OpenToLookAsync(stop);
        if (connection is null)
            return NothingBegun();
        await using var transaction = await _dialect.BeginReadingAsync(connection, stop);
        if (!await _dialect.HasTableAsync(transaction, Register, stop))
            return await _dialect.IsOthersAsync(transaction, stop)
                ? throw new DatabaseUnfitException(
                    "The database holds tables of something else: give Answerable one of its own. Nothing was changed.")
                : NothingBegun();
        var (scripts, done) = (Scripts(_dialect.Name), await DoneAsync(connection, transaction, stop));
        return done.FirstOrDefault(script => !scripts.Any(known => known.Number == script.Key && known.Name == script.Value)).Value is { } newer
            ? throw new DatabaseUnfitException($"The database is of a newer version of Answerable ({newer}), which this one does not know. Run that "
                + "version, or bring back a backup of before. Nothing was changed.")
            : done;
    }

    /// <summary>Where a restore did not end a centre was to be that is not: an empty one, under the key of that, would stand in its place.</summary>
    private Dictionary<int, string>? NothingBegun() => RestoreLeft.Of(_dialect, _wrapping.Place) is { Count: > 0 } left
        ? throw new DatabaseUnfitException($"A restore to this database did not come to its end: {string.Join(", ", left)} "
            + $"{(left.Count > 1 ? "lie" : "lies")} there. Where it is under way, wait for it; else restore again, which clears that away, or delete "
            + "it to begin anew. Nothing was changed.")
        : null;

    /// <summary>The script that would create the model's whole schema in one go, as the mapper writes it.</summary>
    public async Task<string> ScriptAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        return db.Database.GenerateCreateScript();
    }

    /// <summary>The names of a database's scripts: what an archive was made under, and is restored under.</summary>
    internal static IReadOnlyList<string> Names(string database) => [.. Scripts(database).Select(script => script.Name)];

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

    private async Task<Dictionary<int, string>> BeginAsync(DbConnection connection, CancellationToken stop)
    {
        await using var transaction = await _dialect.BeginWritingAsync(connection, stop);
        await RunAsync(connection, transaction,
            RegisterSql, stop);
        var done = await DoneAsync(connection, transaction, stop);
        await transaction.CommitAsync(stop);
        return done;
    }

    /// <summary>Servers that start together take turns: who comes second finds the script run.</summary>
    private async Task<bool> RunOnceAsync(DbConnection connection, int number, string name, string sql, CancellationToken stop)
    {
        await using var transaction = await _dialect.BeginWritingAsync(connection, stop);
        if ((await DoneAsync(connection, transaction, stop)).ContainsKey(number))
            return false;
        await RunAsync(connection, transaction, sql, stop);
        await RunAsync(connection, transaction, $"INSERT INTO schema_versions (number, name) VALUES ({number}, '{name}')", stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private static async Task<Dictionary<int, string>> DoneAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT number, name FROM schema_versions";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var done = new Dictionary<int, string>();
        while (await reader.ReadAsync(stop))
            done[reader.GetInt32(0)] = reader.GetString(1);
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
