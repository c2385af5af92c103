using System.Text;

namespace Answerable.App.Storage;

/// <summary>
/// Where the master key is kept, outside the database: in a file that only its owner reads, or in the surroundings. While it is being changed two
/// keys stand there: the first counts, the others open what is not wrapped anew yet.
/// </summary>
public sealed class KeyPlace
{
    private const string KeyVariable = "ANSWERABLE_KEY";
    private const string FileVariable = "ANSWERABLE_KEY_FILE";
    private const string Heading = """
        # The master key of an Answerable database. Without it nobody reads the database's personal data, and nobody signs in.
        # Keep a copy apart from the database and its backups; whoever has both reads everything.
        """;

    private readonly string? _given;

    private KeyPlace(string file, string? given) => (File, _given) = (file, given);

    public string File { get; }

    /// <summary>Whether the key is in the surroundings: then no file of it is read or written.</summary>
    public bool IsGiven => _given is not null;

    /// <param name="database">Beside a SQLite file; else in data/.</param>
    /// <param name="file">A file named by whoever started us.</param>
    public static KeyPlace For(string database, string? file = null) => new(
        file ?? Said(FileVariable)
            ?? (DatabaseName.IsServer(database) ? Path.Combine("data", "answerable.key") : Path.GetFullPath(database) + ".key"),
        file is null ? Said(KeyVariable) : null);

    /// <summary>The same, as if these keys were given: what is to be put there is tried before it is.</summary>
    internal KeyPlace Holding(IReadOnlyList<byte[]> keys) => new(File, string.Join(',', keys.Select(Convert.ToBase64String)));

    /// <summary>The keys there are, the one that counts first; none where there are none.</summary>
    internal IReadOnlyList<byte[]> Read()
    {
        if (_given is not null)
            return [.. _given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Key(word) ?? throw new KeyFault($"{KeyVariable} does not hold a key: 32 bytes in base64 are wanted."))];
        if (!System.IO.File.Exists(File))
            return [];
        var lines = Lines().Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'));
        return [.. lines.Select(line => Key(line)
            ?? throw new KeyFault($"{File} does not hold a key: each of its lines is to be 32 bytes in base64. Put the right file back."))];
    }

    /// <summary>Said where others than its owner may read or change the file. It is taken all the same: a service may read its key by its group, and
    /// a container has its secrets laid open to it, and neither is to stand still for that.</summary>
    public string? OpenToOthers => OperatingSystem.IsWindows() || IsGiven || !System.IO.File.Exists(File) ? null
        : (System.IO.File.GetUnixFileMode(RealPath.Of(File)) & OwnFile.Others) == UnixFileMode.None ? null
        : $"Others than its owner may read or change the key file {File}: chmod 600 {File}";

    private string[] Lines()
    {
        try
        {
            return System.IO.File.ReadAllLines(File);
        }
        catch (UnauthorizedAccessException)
        {
            throw new KeyFault($"{File} cannot be read by the user that runs this. Give the file to that user, or name another with --key-file.");
        }
    }

    /// <summary>Writes beside and moves into place, so that whenever it is killed the old file or the new one is there whole.</summary>
    internal void Write(IReadOnlyList<byte[]> keys, bool over)
    {
        Folder.ToHold(File);
        var beside = $"{File}.{Ids.New():N}.new";
        try
        {
            using (var stream = OwnFile.Create(beside))
                Put(stream, keys);
            System.IO.File.Move(beside, File, over);
        }
        catch (IOException) when (!over && System.IO.File.Exists(File))
        {
            // Another server made one at the same moment: that one counts.
        }
        finally
        {
            System.IO.File.Delete(beside);
        }
    }

    internal static void Put(FileStream stream, IReadOnlyList<byte[]> keys)
    {
        stream.Write(Encoding.ASCII.GetBytes(Heading + "\n" + string.Concat(keys.Select(key => Convert.ToBase64String(key) + "\n"))));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Whether a key is there.</summary>
    internal bool IsThere => IsGiven || System.IO.File.Exists(File);

    /// <summary>Takes away a key under which nothing came to be.</summary>
    internal void TakeAway()
    {
        if (System.IO.File.Exists(File))
            System.IO.File.Delete(File);
    }

    private static string? Said(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } said ? said : null;

    private static byte[]? Key(string word)
    {
        var key = new byte[Sealed.KeyBytes];
        return Convert.TryFromBase64String(word, key, out var written) && written == key.Length ? key : null;
    }
}

/// <summary>A file that only its owner reads and writes, from its first moment.</summary>
internal static class OwnFile
{
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>What was written is on the disk, whatever happens to the machine.</summary>
    public static void Settle(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
