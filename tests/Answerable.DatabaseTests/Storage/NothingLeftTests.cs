using System.Net;
using System.Net.Sockets;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Deliveries;

namespace Answerable.DatabaseTests.Storage;

/// <summary>What cannot be done leaves nothing behind, and says in one sentence why.</summary>
public sealed class NothingLeftTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("answerable-nothing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_restore_that_fails_leaves_no_key()
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        var (archive, passphrase, there) = (In("a.backup"), In("passphrase"), In("there.db"));
        await File.WriteAllTextAsync(passphrase, "four unrelated words here", TestContext.Current.CancellationToken);
        var (written, said) = await RunningServer.VerbAsync(centre.Database.Connection, "backup", archive, "--passphrase-file", passphrase);
        Assert.True(written == 0, said);
        await File.WriteAllTextAsync(there, "something else", TestContext.Current.CancellationToken);
        await FailsAsync("is there already", there, "restore", archive, "--passphrase-file", passphrase);
        Assert.Equal(["a.backup", "passphrase", "there.db"], Left());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("*")]
    public async Task A_server_whose_port_is_taken_makes_nothing(string host)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{host}:{((IPEndPoint)other.LocalEndpoint).Port}";
        await FailsAsync($"Another program answers at {url} already.", In("new.db"), "run", "--urls", url, "--empty");
        Assert.Empty(Left());
    }

    [Theory]
    [InlineData("{no}/x.db", "run", "--urls", "http://127.0.0.1:0", "--empty")]
    [InlineData("{here}/x.db", "run", "--urls", "http://127.0.0.1:0", "--empty", "--key-file", "{no}/x.key")]
    [InlineData("{no}/x.db", "demo", "fill")]
    [InlineData("{centre}", "backup", "{no}/x.backup")]
    [InlineData("{centre}", "journal", "anchor", "--to", "{no}/anchors.txt")]
    public async Task A_folder_that_is_not_there_is_named_and_not_made(string database, params string[] words)
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        Assert.True((await centre.DoAsync(new FormTeam("North"))).Allowed);
        await FailsAsync($"There is no folder {In("no")}. Make it first, or name another.", Placed(database), [.. words.Select(Placed)]);
        Assert.Empty(Left());

        string Placed(string word) => word.Replace("{no}", In("no"), StringComparison.Ordinal).Replace("{here}", _folder, StringComparison.Ordinal)
            .Replace("{centre}", centre.Database.Connection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mnt/x/a.backup.01a21d1b1fef78c7ae5c33782b0ababc.part", "/mnt/x/a.backup")]
    [InlineData("/mnt/x/calls.csv", "/mnt/x/calls.csv")]
    public void A_full_disk_is_said_by_the_file_on_it(string at, string named)
    {
        var full = new IOException($"No space left on device : '{at}'", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
        Assert.Equal($"There is no room left on the disk of {named}. Make room there or name a file on another disk, then ask again.",
            FullDisk.Told(new InvalidOperationException("wrapped", full), "centre.db"));
        Assert.Null(FullDisk.Told(new IOException("Something else."), "centre.db"));
    }

    [Fact]
    public async Task A_database_without_room_is_named()
    {
        var file = In("small.db");
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE a (b); PRAGMA max_page_count = 2";
        await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        command.CommandText = "INSERT INTO a VALUES (zeroblob(1000000))";
        var full = await Assert.ThrowsAnyAsync<Exception>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith($"There is no room left on the disk of {file}.", FullDisk.Told(full, file), StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private IEnumerable<string?> Left() => Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static async Task FailsAsync(string sentence, string database, params string[] words)
    {
        var (exit, printed) = await RunningServer.VerbAsync(database, words);
        Assert.Equal(1, exit);
        Assert.Contains(sentence, printed, StringComparison.Ordinal);
        Assert.Single(printed.Trim().Split('\n'));
    }
}
