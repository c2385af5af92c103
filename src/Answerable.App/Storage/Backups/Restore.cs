using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>Brings an archive back into a database that is not there yet, or is empty: all of it in one transaction, or none.</summary>
public sealed class Restore
{
    private readonly Dialect _dialect;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly MasterKey _master;

    internal Restore(Dialect dialect, IDbContextFactory<AnswerableDb> databases, MasterKey master) =>
        (_dialect, _databases, _master) = (dialect, databases, master);

    public async Task<ArchiveManifest> ReadAsync(string file, string? passphrase, CancellationToken stop)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        var (schema, keys) = (Schema.Names(_dialect.Name), new List<byte[]>());
        // All of it is read before anything is written.
        await using (var stream = File.OpenRead(file))
            await Archive.ReadAsync(stream, passphrase, schema, db.Model, keys.Add, (_, _) => Task.CompletedTask);
        var taken = TakeKeys(keys);
        try
        {
            return await FillAsync(file, passphrase, schema, db, stop);
        }
        catch when (taken)
        {
            // Left lying it would be taken for the key of whatever is restored there next.
            _master.Place.TakeAway();
            throw;
        }
    }

    private async Task<ArchiveManifest> FillAsync(
        string file, string? passphrase, IReadOnlyList<string> schema, AnswerableDb db, CancellationToken stop)
    {
        var tables = ArchiveTable.All(db.Model);
        await using var archive = File.OpenRead(file);
        await using var filling = await _dialect.FillAsync(stop);
        await filling.MakeAsync(Schema.Scripts(_dialect.Name), tables, stop);
        var manifest = await Archive.ReadAsync(archive, passphrase, schema, db.Model, _ => { }, filling.PutAsync);
        await filling.FilledAsync(tables, stop);
        await ChainKey.ReadAsync(filling.Connection, _master, stop);
        await filling.CommitAsync(stop);
        return manifest;
    }

    /// <summary>Those in a sealed archive are put where keys are kept, unless one is there: then that is to be its own.</summary>
    /// <returns>Whether they were put there.</returns>
    private bool TakeKeys(List<byte[]> keys)
    {
        if (_master.Place.Read().Count > 0)
            return false;
        if (keys.Count == 0)
            throw new KeyFault($"This backup holds no master key: put the key file of its centre at {_master.Place.File} first, or name it with "
                + "--key-file or ANSWERABLE_KEY_FILE, or give the key in ANSWERABLE_KEY.");
        _master.Place.Write(keys, over: false);
        return true;
    }
}
