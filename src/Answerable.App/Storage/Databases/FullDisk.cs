using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Answerable.App.Storage;

/// <summary>A disk without room, however a file, SQLite or PostgreSQL says it: told in one sentence that names what lies on it.</summary>
public static partial class FullDisk
{
    // Of the systems: no room, and no more room for this user.
    private static readonly int[] OfUnix = [28, 122];
    private static readonly int[] OfWindows = [unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>The sentence; null where something else is amiss.</summary>
    /// <param name="database">The file that is written to where the fault names none; null for a server's.</param>
    public static string? Told(Exception? thrown, string? database)
    {
        for (var each = thrown; each is not null; each = each.InnerException)
            if (each is DatabaseUnfitException)
                return null; // It has a sentence of its own.
            else if (each is DbException { SqlState: "53100" })
                return "There is no room left on the database server's disk. Make room there, then ask again.";
            else if (each is DbException && SqliteDialect.IsFull(each) && database is not null)
                return OfFile(database);
            else if (each is IOException && (OperatingSystem.IsWindows() ? OfWindows : OfUnix).Contains(each.HResult))
                return OfFile(Named().Match(each.Message) is { Success: true } named ? named.Groups[1].Value : database);
        return null;
    }

    internal static string OfFile(string? file) =>
        file is null ? "There is no room left on the disk. Make room there, then ask again."
        : $"There is no room left on the disk of {Beside().Replace(file, "")}. Make room there or name a file on another disk, then ask again.";

    /// <summary>Whether anything at all could still be written where a file lies.</summary>
    internal static bool HasNoRoom(string file)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(file)).AvailableFreeSpace < Environment.SystemPageSize * 16;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException or ExternalException)
        {
            return false;
        }
    }

    /// <summary>What a file is called until it is whole.</summary>
    [GeneratedRegex(@"\.[0-9a-f]{32}\.(part|new|restoring)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beside();

    [GeneratedRegex("'([^']+)'$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();
}
