using System.Security.Cryptography;
using Answerable.DatabaseTests.Deliveries;

namespace Answerable.DatabaseTests.Storage;

/// <summary>A key file that is not the database's, or is none, is told in one sentence; one that others read is warned of.</summary>
public sealed class KeyFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-key-file-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task A_key_file_that_does_not_open_the_database_is_told_in_one_sentence(Database database)
    {
        await using var kept = await MadeAsync(database);
        await File.WriteAllTextAsync(In("words.key"), "no key at all", Stop);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(In("words.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var (file, why) in new[] { ("words.key", "does not hold a key"), ("none.key", "is missing"), (".", "is a folder") })
            await AssertSaysAsync(kept, "centre set --name x", file, why);
    }

    private async Task AssertSaysAsync(TestDatabase kept, string words, string file, string why)
    {
        var (exit, printed) = await RunningServer.VerbAsync(kept.Connection, [.. words.Split(' '), "--key-file", In(file)]);
        Assert.True(exit == 1 && printed.Contains(why, StringComparison.Ordinal), $"{words} {file}: {exit} {printed}");
        Assert.Single(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory, EachDatabase]
    public async Task The_health_verb_says_that_the_key_is_not_the_one(Database database)
    {
        await using var kept = await MadeAsync(database);
        await File.WriteAllTextAsync(In("other.key"), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Stop);
        var (exit, printed) = await RunningServer.VerbAsync(kept.Connection, "health", "--key-file", In("other.key"));
        Assert.Equal(1, exit);
        Assert.Contains("Amiss  Keys: Master key: cannot be used", printed, StringComparison.Ordinal);
    }

    /// <summary>It is taken all the same: a service may well read its key by its group.</summary>
    [Fact]
    public async Task A_key_file_that_others_read_is_warned_of_and_taken()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var kept = await MadeAsync(Database.Sqlite);
        File.CreateSymbolicLink(In("link.key"), In("own.key"));
        foreach (var (mode, warned) in new[] { (UnixFileMode.None, false), (UnixFileMode.GroupRead, true), (UnixFileMode.OtherRead, true) })
            foreach (var file in new[] { "own.key", "link.key" })
            {
                File.SetUnixFileMode(In("own.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);
                var (exit, printed) = await RunningServer.VerbAsync(kept.Connection, "centre", "show", "--key-file", In(file));
                Assert.True(exit == 0, printed);
                Assert.Equal(warned, printed.Contains(
                    $"Others than its owner may read or change the key file {In(file)}: chmod 600", StringComparison.Ordinal));
            }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<TestDatabase> MadeAsync(Database database)
    {
        var kept = await TestDatabase.EmptyAsync(database);
        Assert.Equal(0, (await RunningServer.VerbAsync(kept.Connection, "schema", "migrate", "--key-file", In("own.key"))).Exit);
        return kept;
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
