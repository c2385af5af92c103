using Answerable.App.Storage;
using Answerable.DatabaseTests.Deliveries;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

/// <summary>A restore that is killed leaves nothing that is taken for a centre or for the key of one, and the next clears it away.</summary>
public sealed class RestoreKilledTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-killed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task Nothing_is_begun_in_its_place_and_the_next_restore_leaves_nothing_lying(Database database)
    {
        await ArchiveAsync(database);
        await using var kept = await TestDatabase.EmptyAsync(database);
        await KillAsync(kept.Connection);
        Assert.False(File.Exists(In("new.key")));
        string[] left = [.. Left(kept.Connection)];
        Assert.NotEmpty(left);

        foreach (var words in new[] { "run --empty --urls http://127.0.0.1:0", "schema migrate", "centre show", "journal verify", "health" })
        {
            var (exit, printed) = await RunningServer.VerbAsync(kept.Connection, [.. words.Split(' '), "--key-file", In("new.key")]);
            Assert.True(exit == 1, words + printed);
            Assert.StartsWith("A restore to this database did not come to its end: ", printed, StringComparison.Ordinal);
            Assert.Single(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        Assert.Equal(left, Left(kept.Connection));
        Assert.False(File.Exists(In("new.key")));

        await RestoreAsync(kept.Connection, 0);
        Assert.Empty(Left(kept.Connection));
        var (verified, told) = await RunningServer.VerbAsync(kept.Connection, "journal", "verify", "--key-file", In("new.key"));
        Assert.True(verified == 0, told);
    }

    [Fact]
    public async Task One_that_is_at_work_is_left_to_its_work()
    {
        await ArchiveAsync(Database.Sqlite);
        var left = In($"new.db.{App.Ids.New():N}.restoring");
        await using var connection = new SqliteConnection($"Data Source={left};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (connection.BeginTransaction(deferred: false))
            Assert.Contains("under way", await RestoreAsync(In("new.db"), 1), StringComparison.Ordinal);
        Assert.True(File.Exists(left));
        await connection.CloseAsync();
        await RestoreAsync(In("new.db"), 0);
        Assert.False(File.Exists(left));
    }

    private async Task ArchiveAsync(Database database)
    {
        await File.WriteAllTextAsync(In("words"), "four unrelated words here");
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        await centre.Services.GetRequiredService<Backup>().WriteAsync(In("a.backup"), "four unrelated words here",
            TestContext.Current.CancellationToken);
    }

    private string[] Words => ["restore", In("a.backup"), "--passphrase-file", In("words"), "--key-file", In("new.key")];

    /// <summary>As soon as it has begun to write, with what it writes beside the key too.</summary>
    private async Task KillAsync(string database)
    {
        using var verb = RunningServer.BeginVerb(database, Words);
        await Soon.SoAsync("it has begun", () => Task.FromResult(File.Exists(In("new.key.restoring"))));
        verb.Kill();
        await verb.WaitForExitAsync();
    }

    private async Task<string> RestoreAsync(string database, int expected)
    {
        var (exit, printed) = await RunningServer.VerbAsync(database, Words);
        Assert.True(exit == expected, printed);
        return printed;
    }

    private IEnumerable<string> Left(string database) => _folder.EnumerateFiles()
        .Concat(File.Exists(database) || database.EndsWith(".db", StringComparison.Ordinal) ? new FileInfo(database).Directory!.EnumerateFiles() : [])
        .Select(file => file.FullName).Where(name => name.Contains(".restoring", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
