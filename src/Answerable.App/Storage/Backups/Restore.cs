using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>Brings an archive back into a database that is not there yet, or is empty: all of it in one transaction, or none.</summary>
public sealed class Restore
{
    private readonly Dialect _dialect;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly MasterKey _master;
    private readonly IEnumerable<IOnRestore> _parts;
    private readonly TimeProvider _time;

    internal Restore(
        Dialect dialect, IDbContextFactory<AnswerableDb> databases, MasterKey master, IEnumerable<IOnRestore> parts, TimeProvider time) =>
        (_dialect, _databases, _master, _parts, _time) = (dialect, databases, master, parts, time);

    public async Task<ArchiveManifest> ReadAsync(string file, string? passphrase, CancellationToken stop)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        var (schema, keys) = (Schema.Names(_dialect.Name), new List<byte[]>());
        // All of it is read before anything is written.
        await using (var stream = File.OpenRead(file))
            await Archive.ReadAsync(stream, passphrase, schema, db.Model, keys.Add, (_, _) => Task.CompletedTask);
        await using var filling = await _dialect.FillAsync(stop);
        RestoreLeft.ClearKey(_master.Place);
        using var key = RestoredKey.Of(_master.Place, keys);
        var tables = ArchiveTable.All(db.Model);
        await filling.MakeAsync(Schema.Scripts(_dialect.Name), tables, stop);
        await using var archive = File.OpenRead(file);
        var manifest = await Archive.ReadAsync(archive, passphrase, schema, db.Model, _ => { }, filling.PutAsync);
        await filling.FilledAsync(tables, stop);
        await ChainKey.ReadAsync(filling.Connection, key?.Master ?? _master, stop);
        await RestAsync(filling, stop);
        // Together, and last: killed before, there is neither; killed in between, the key's mark says so.
        key?.Put();
        await filling.CommitAsync(stop);
        key?.Keep();
        return manifest;
    }

    private async Task RestAsync(Filling filling, CancellationToken stop)
    {
        var options = new DbContextOptionsBuilder<AnswerableDb>();
        _dialect.Use(options, filling.Connection);
        await using var db = new AnswerableDb(options.Options);
        await db.Database.UseTransactionAsync(filling.Transaction, stop);
        foreach (var part in _parts)
            await part.RestoredAsync(db, _time.GetUtcNow(), stop);
    }
}
