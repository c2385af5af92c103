using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Answerable.App.Storage;

/// <summary>What a restore that was killed leaves lying beside the database that was to be, and beside its key.</summary>
internal static partial class RestoreLeft
{
    public const string Ending = ".restoring";

    /// <summary>All there is of it.</summary>
    public static IReadOnlyList<string> Of(Dialect dialect, KeyPlace place) => [.. dialect.RestoreLeft, .. OfKey(place)];

    public static IEnumerable<string> OfKey(KeyPlace place) => !File.Exists(place.File + Ending) ? []
        : [place.File + Ending, .. Beside(place.File, Unnamed())];

    public static IEnumerable<string> OfFile(string file) => Beside(file, Named());

    /// <summary>Takes away what lies beside a file, but where the restore is at work still.</summary>
    public static void ClearFile(string file)
    {
        foreach (var left in OfFile(file).ToList())
        {
            if (left.EndsWith(Ending, StringComparison.Ordinal) && IsHeld(left))
                throw new IOException($"Another restore to {file} is under way ({left}): wait for its end.");
            foreach (var each in new[] { left, left + "-journal", left + "-wal", left + "-shm" })
                File.Delete(each);
        }
    }

    public static void ClearKey(KeyPlace place)
    {
        // A key that stands at its place stays: another database may go by it. The mark goes last: what else lies there is known by it.
        foreach (var left in OfKey(place).Reverse().ToList())
            File.Delete(left);
    }

    /// <summary>Whoever fills it holds its lock, which the system takes back from the dead.</summary>
    private static bool IsHeld(string left)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = left, Pooling = false, DefaultTimeout = 1, Mode = SqliteOpenMode.ReadWrite }.ToString());
        try
        {
            connection.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            return false;
        }
        catch (SqliteException broken)
        {
            return broken.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED;
        }
    }

    private static IEnumerable<string> Beside(string file, Regex ending)
    {
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileName(file));
        return !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, name + ".*")
            .Where(found => ending.IsMatch(Path.GetFileName(found)[name.Length..])).Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\.[0-9a-f]{32}\.restoring(-journal|-wal|-shm)?$", RegexOptions.None, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\.[0-9a-f]{32}\.new$", RegexOptions.None, 1000)]
    private static partial Regex Unnamed();
}
