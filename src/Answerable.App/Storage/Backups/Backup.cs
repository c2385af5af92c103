using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>All of a centre as it stands at one moment, in one archive; it may go on working meanwhile.</summary>
public sealed class Backup
{
    private readonly Dialect _dialect;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly KeyPlace _place;
    private readonly TimeProvider _time;

    internal Backup(Dialect dialect, IDbContextFactory<AnswerableDb> databases, KeyPlace place, TimeProvider time) =>
        (_dialect, _databases, _place, _time) = (dialect, databases, place, time);

    /// <summary>Writes it under another name, reads it again, and only then gives it its own.</summary>
    /// <param name="passphrase">Without one it is not sealed, and holds no master key.</param>
    public async Task<ArchiveManifest> WriteAsync(string file, string? passphrase, CancellationToken stop)
    {
        if (File.Exists(file))
            throw new IOException($"{file} is there already: a backup is never written over.");
        Folder.ToHold(file);
        var beside = $"{file}.{Ids.New():N}.part";
        try
        {
            await using var db = await _databases.CreateDbContextAsync(stop);
            // Under a key that is not this database's the archive would open nowhere.
            await ChainKey.OfAsync(db, stop);
            var schema = Schema.Names(_dialect.Name);
            ArchiveManifest written;
            await using (var stream = OwnFile.Create(beside))
                written = await WriteAsync(stream, db, passphrase, schema, stop);
            OwnFile.Settle(beside);
            await using (var stream = File.OpenRead(beside))
                await Archive.ReadAsync(stream, passphrase, schema, db.Model, _ => { }, (_, _) => Task.CompletedTask);
            File.Move(beside, file, overwrite: false);
            return written;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private async Task<ArchiveManifest> WriteAsync(Stream to, AnswerableDb db, string? passphrase, IReadOnlyList<string> schema,
        CancellationToken stop)
    {
        await using var connection = await _dialect.OpenAsync(stop);
        await using var moment = await _dialect.BeginReadingAsync(connection, stop);
        return await Archive.WriteAsync(to, passphrase, _place.Read(), ArchiveTable.All(db.Model),
            table => AskAsync(connection, moment, $"SELECT {table.Names} FROM {table.Name}", stop), ManifestAsync, schema, stop);

        async Task<ArchiveManifest> ManifestAsync(IReadOnlyDictionary<string, long> rows)
        {
            await using var head = await AskAsync(connection, moment, "SELECT number, hash FROM journal_head WHERE id = 1", stop);
            await head.ReadAsync(stop);
            var hash = await head.GetFieldValueAsync<byte[]>(1, stop);
            return new ArchiveManifest(_time.GetUtcNow(), head.GetInt64(0), Convert.ToHexStringLower(hash), rows);
        }
    }

    private static async Task<DbDataReader> AskAsync(DbConnection connection, DbTransaction moment, string sql, CancellationToken stop)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, moment, 0);
        return await command.ExecuteReaderAsync(stop);
    }
}
