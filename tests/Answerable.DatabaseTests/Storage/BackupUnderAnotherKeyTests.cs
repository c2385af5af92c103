using System.Security.Cryptography;
using Answerable.DatabaseTests.Deliveries;

namespace Answerable.DatabaseTests.Storage;

/// <summary>A key that is not the database's is found before the archive is written, not when it is wanted back.</summary>
public sealed class BackupUnderAnotherKeyTests
{
    [Theory, EachDatabase]
    public async Task No_archive_is_made_and_one_sentence_says_why(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        var folder = Directory.CreateTempSubdirectory("answerable-other-key-");
        var (key, other, archive) = (In("own.key"), In("other.key"), In("night.backup"));
        using (var server = await RunningServer.StartAsync(kept.Connection, "--key-file", key))
            Assert.Equal(0, await server.CloseAsync());
        await File.WriteAllTextAsync(other, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), TestContext.Current.CancellationToken);

        foreach (var wrong in new[] { other, In("none.key") })
        {
            var (exit, printed) = await RunningServer.VerbAsync(kept.Connection, "backup", archive, "--key-file", wrong);
            Assert.Equal(1, exit);
            Assert.Contains("key", printed, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", printed, StringComparison.Ordinal);
            Assert.False(File.Exists(archive));
        }
        Assert.Equal(0, (await RunningServer.VerbAsync(kept.Connection, "backup", archive, "--key-file", key)).Exit);
        folder.Delete(recursive: true);

        string In(string name) => Path.Combine(folder.FullName, name);
    }
}
