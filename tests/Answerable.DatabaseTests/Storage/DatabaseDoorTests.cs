using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Deliveries;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

/// <summary>A database that cannot be worked with: one sentence, exit 1, and it is as it was.</summary>
public sealed class DatabaseDoorTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("journal", "verify")]
    public async Task A_file_that_is_no_database_is_left_as_it_is(params string[] words)
    {
        await using var kept = await TestDatabase.EmptyAsync(Database.Sqlite);
        await File.WriteAllTextAsync(kept.Connection, "These are words, and no database at all.", TestContext.Current.CancellationToken);
        await AssertSaysAsync(kept.Connection, "is no database", words);
        Assert.StartsWith("These are words", await File.ReadAllTextAsync(kept.Connection, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(kept.Connection)!));
    }

    [Fact]
    public async Task Another_programs_database_is_not_filled()
    {
        await using var kept = await TestDatabase.EmptyAsync(Database.Sqlite);
        await using (var connection = new SqliteConnection($"Data Source={kept.Connection};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE recipes (name TEXT)";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await AssertSaysAsync(kept.Connection, "tables of something else", "run");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("journal", "verify")]
    public async Task A_damaged_file_is_left_as_it_is(params string[] words)
    {
        await using var kept = await TestDatabase.MigratedAsync(Database.Sqlite);
        var damaged = await File.ReadAllBytesAsync(kept.Connection, TestContext.Current.CancellationToken);
        damaged.AsSpan(damaged.Length / 50).Fill(0xA5);
        await File.WriteAllBytesAsync(kept.Connection, damaged, TestContext.Current.CancellationToken);
        await AssertSaysAsync(kept.Connection, "damaged", words);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(kept.Connection, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(kept.Connection)!),
            file => file.EndsWith("-wal", StringComparison.Ordinal) || file.EndsWith("-shm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_said_to_be_so()
    {
        await using var kept = await TestDatabase.MigratedAsync(Database.Sqlite);
        await using var reading = new SqliteConnection($"Data Source={kept.Connection};Mode=ReadOnly;Pooling=false");
        await reading.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = reading.CreateCommand();
        command.CommandText = "DELETE FROM schema_versions";
        var unfit = await Assert.ThrowsAsync<DatabaseUnfitException>(
            () => new DatabaseDoor(Dialect.For(kept.Connection)).OpenAsync(() => command.ExecuteNonQueryAsync()));
        Assert.Contains("can be read and not written", unfit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_of_a_database_that_is_missing_makes_none()
    {
        await using var kept = await TestDatabase.EmptyAsync(Database.Sqlite);
        await AssertSaysAsync(kept.Connection, "no centre of Answerable", "journal", "verify");
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(kept.Connection)!));
    }

    [Fact]
    public async Task A_file_read_through_only_makes_no_database_either()
    {
        await using var kept = await TestDatabase.EmptyAsync(Database.Sqlite);
        var folder = Directory.CreateTempSubdirectory("answerable-dry-run-");
        var calls = Path.Combine(folder.FullName, "queue_log");
        await File.WriteAllTextAsync(calls, "1478000000|1.1|support|NONE|ENTERQUEUE||1\n", TestContext.Current.CancellationToken);
        await AssertSaysAsync(kept.Connection, "no centre of Answerable", "import", "calls", calls, "--profile", "asterisk-queue-log", "--dry-run");
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(kept.Connection)!));
        folder.Delete(recursive: true);
    }

    [Theory, EachDatabase]
    public async Task A_database_of_a_newer_version_is_not_touched(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await using (var db = centre.OpenDb())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO schema_versions (number, name) VALUES (9000, '9000_of_tomorrow')");
        await AssertSaysAsync(centre.ConnectionString, "newer version of Answerable (9000_of_tomorrow)", "run");
        await AssertSaysAsync(centre.ConnectionString, "newer version of Answerable (9000_of_tomorrow)", "journal", "verify");
    }

    /// <summary>Without these nothing works: it is said at once, and not by whatever would have asked for them.</summary>
    [Theory]
    [InlineData("DELETE FROM centre_settings", "the centre's settings")]
    [InlineData("UPDATE centre_settings SET hours = 'none'", "the centre's settings")]
    [InlineData("UPDATE centre_settings SET zone = 'Nowhere/Never'", "the centre's settings")]
    [InlineData("UPDATE centre_settings SET currency = 'no'", "the centre's settings")]
    [InlineData("DELETE FROM journal_secret", "the secret by which customers are found")]
    [InlineData("UPDATE journal_secret SET secret = {nothing}", "the secret by which customers are found")]
    [InlineData("UPDATE journal_secret SET secret = {zeros}", "the secret by which customers are found")]
    [InlineData("DELETE FROM people_sign_in_rules", "the rules for signing in")]
    [InlineData("UPDATE people_sign_in_rules SET second_factor = 'Nobody'", "the rules for signing in")]
    [InlineData("DELETE FROM privacy_look_rules", "for how long it is kept who looked")]
    [InlineData("DELETE FROM journal_anchoring", "where the journal's anchors go")]
    public async Task A_centre_that_lost_what_it_cannot_work_without_is_not_opened(string sql, string lost)
    {
        foreach (var database in Enum.GetValues<Database>())
            if (database == Database.Sqlite || TestDatabase.Postgres is not null)
            {
                await using var centre = await TestCentre.OpenAsync(database);
                Assert.True((await centre.DoAsync(new FormTeam("North"))).Allowed);
                var (nothing, zeros) = database == Database.Sqlite ? ("zeroblob(0)", "zeroblob(68)")
                    : ("''::bytea", "decode(repeat('00', 68), 'hex')");
                await using (var db = centre.OpenDb())
                    await db.Database.ExecuteSqlRawAsync(sql.Replace("{nothing}", nothing, StringComparison.Ordinal)
                        .Replace("{zeros}", zeros, StringComparison.Ordinal));
                var schema = centre.Services.GetRequiredService<Schema>();
                foreach (var opened in (Func<Task>[])[() => schema.CheckAsync(), () => schema.MigrateAsync()])
                    Assert.Contains(lost, (await Assert.ThrowsAsync<DatabaseUnfitException>(opened)).Message, StringComparison.Ordinal);
                var found = await centre.AskAsync(new JournalVerification());
                Assert.Contains(found.Value.Differences, line => line.Contains(lost, StringComparison.Ordinal));
            }
    }

    [Theory, EachDatabase]
    public async Task What_it_cannot_work_without_is_told_by_server_and_verb_alike(Database database)
    {
        foreach (var (sql, lost) in new[] { ("DELETE FROM centre_settings", "centre_settings"), ("DELETE FROM journal_secret", "journal_secret") })
        {
            await using var centre = await TestCentre.OpenAsync(database);
            await using (var db = centre.OpenDb())
                await db.Database.ExecuteSqlRawAsync(sql);
            await AssertSaysAsync(centre.ConnectionString, lost, "run");
            await AssertSaysAsync(centre.ConnectionString, lost, "journal", "verify");
            await AssertSaysAsync(centre.ConnectionString, lost, "import", "list");
        }
    }

    /// <summary>An id that is none is nothing a verb foresees: still it is a sentence, and no crash.</summary>
    [Fact]
    public async Task What_nobody_foresaw_is_a_sentence_too()
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        await using (var db = centre.OpenDb())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO import_files (id, profile, file_name, file_hash, file_length, path, state, by_name, "
                + "brought_at, position, position_bytes, contacts, imported, unchanged, rejected, repaired, remarks, findings) "
                + "VALUES ('no id', 'csv', 'a', 'a', 1, 'a', 1, '', 0, 0, 0, 0, 0, 0, 0, 0, 0, '')");
        await AssertSaysAsync(centre.ConnectionString, "Something went wrong that Answerable did not foresee (FormatException: ", "import", "list");
        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, "import", "list", "--verbose");
        Assert.Equal(1, exit);
        Assert.Contains("   at ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_a_server_has_open_is_held_by_whatever_name_it_is_called()
    {
        await using var kept = await TestDatabase.MigratedAsync(Database.Sqlite);
        var folder = Path.GetDirectoryName(kept.Connection)!;
        var links = Directory.CreateTempSubdirectory("answerable-links-");
        File.CreateSymbolicLink(Path.Combine(links.FullName, "by-link.db"), kept.Connection);
        Directory.CreateSymbolicLink(Path.Combine(links.FullName, "of-folder"), folder);
        File.CreateSymbolicLink(Path.Combine(links.FullName, "of-link.db"), "by-link.db");
        await System.Diagnostics.Process.Start("ln", [kept.Connection, Path.Combine(links.FullName, "hard.db")]).WaitForExitAsync();
        File.CreateSymbolicLink(Path.Combine(links.FullName, "of-hard.db"), "hard.db");
        string[] names =
        [
            Path.Combine(links.FullName, "by-link.db"), Path.Combine(links.FullName, "of-link.db"),
            Path.Combine(links.FullName, "hard.db"), Path.Combine(links.FullName, "of-hard.db"),
            Path.Combine(links.FullName, "of-folder", Path.GetFileName(kept.Connection)),
        ];
        using (new DatabaseDoor(Dialect.For(kept.Connection)).HoldForServer())
            foreach (var name in names)
            {
                var refused = Assert.Throws<DatabaseUnfitException>(() => new DatabaseDoor(Dialect.For(name)).HoldForServer());
                Assert.Contains("Another server has", refused.Message, StringComparison.Ordinal);
            }
        foreach (var name in names)
            using (new DatabaseDoor(Dialect.For(name)).HoldForServer())
                Assert.Throws<DatabaseUnfitException>(() => new DatabaseDoor(Dialect.For(kept.Connection)).HoldForServer());
        links.Delete(recursive: true);
    }

    [Fact]
    public async Task A_server_of_a_database_that_is_not_there_is_told_so_without_the_password() =>
        await AssertSaysAsync("Host=127.0.0.1;Port=1;Username=a;Password=topsecret;Database=b", "The database server cannot be reached", "run");

    /// <summary>What the mapper and the driver wrap it in changes nothing.</summary>
    [Fact]
    public void A_database_that_is_away_is_known_in_whatever_it_is_wrapped()
    {
        var door = new DatabaseDoor(Dialect.For("Host=x"));
        Assert.True(door.IsAway(new InvalidOperationException("Transient.", new Npgsql.NpgsqlException("cut", new IOException()))));
        Assert.True(door.IsAway(new DbUpdateException("Kept.", new TimeoutException())));
        Assert.False(door.IsAway(new InvalidOperationException("A fault of ours.", new FormatException("amiss"))));
        var file = new DatabaseDoor(Dialect.For("x.db"));
        Assert.True(file.IsAway(new DbUpdateException("Kept.", new SqliteException("full", 13))));
        Assert.False(file.IsAway(new SqliteException("constraint", 19)));
    }

    private static async Task AssertSaysAsync(string database, string sentence, params string[] words)
    {
        var (exit, printed) = await RunningServer.VerbAsync(
            database, [.. words, .. words is ["run"] ? (string[])["--urls", "http://127.0.0.1:0"] : []]);
        Assert.Contains(sentence, printed, StringComparison.Ordinal);
        Assert.Equal(1, exit);
        Assert.Single(printed.Trim().Split('\n'));
        Assert.DoesNotContain("topsecret", printed, StringComparison.Ordinal);
    }
}
