namespace Answerable.App.Import;

/// <summary>Where files brought by a page wait, enciphered, until their import has ended: beside the database's file, or in data/.</summary>
public sealed class ImportFolder
{
    private readonly string _path;

    private ImportFolder(string path) => _path = path;

    internal static ImportFolder For(string database) => new(database.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        ? Path.GetFullPath(Path.Combine("data", "imports"))
        : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "imports"));

    /// <summary>Keeps a file while it comes in; null where it is larger than the limit.</summary>
    public async Task<KeptFile?> KeepAsync(Stream from, string name, long limit, CancellationToken stop)
    {
        var (path, key) = (Path.Combine(_path, Ids.New().ToString("N")), ImportFile.NewKey());
        return await ImportFile.KeepAsync(from, path, key, limit, stop) is var (hash, length)
            ? new KeptFile(Path.GetFileName(name), hash, length, path, key) : null;
    }
}

/// <summary>A file that waits to be imported.</summary>
public sealed record KeptFile(string Name, string Hash, long Length, string Path, byte[] Key)
{
    public void Delete() => File.Delete(Path);
}
