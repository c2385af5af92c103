using System.Security.Cryptography;
using Answerable.Analysis.Measures;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Deliveries;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Web.Measures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-backup-");

    private string Archive => Path.Combine(_folder.FullName, "centre.backup");

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<Database, Database> Ways() => TestDatabase.Postgres is null ? new() { { Database.Sqlite, Database.Sqlite } } : new()
    {
        { Database.Sqlite, Database.Sqlite }, { Database.Postgres, Database.Postgres },
        { Database.Sqlite, Database.Postgres }, { Database.Postgres, Database.Sqlite },
    };

    /// <summary>A whole centre with everything in it, backed up while facts come in, restored elsewhere: the same rows, the same head.</summary>
    [Theory, MemberData(nameof(Ways))]
    public async Task A_centre_is_back_as_it_stood(Database from, Database to)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(from);
        using var over = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            for (var number = 0; !over.IsCancellationRequested; number++)
                await centre.Writer.AppendAsync([Arrival($"load-{number}")]);
        }, CancellationToken.None);
        var written = await centre.Services.GetRequiredService<Backup>().WriteAsync(Archive, null, TestContext.Current.CancellationToken);
        await over.CancelAsync();
        await load;
        await using var kept = await TestDatabase.EmptyAsync(to);
        await using var back = TestCentre.Over(kept, guest: true);
        var restored = await back.Services.GetRequiredService<Restore>().ReadAsync(Archive, null, TestContext.Current.CancellationToken);
        Assert.Equal((written.JournalNumber, written.JournalHead), (restored.JournalNumber, restored.JournalHead));

        Assert.Empty(await back.Services.GetRequiredService<Schema>().MigrateAsync());
        await back.StartAsync();
        var found = (await back.AskAsync(new JournalVerification())).Value;
        Assert.True(found.Sound, found.Fault + string.Join(" ", found.Differences));
        Assert.Equal(written.JournalHead, found.Head);
        await using var db = back.OpenDb();
        foreach (var table in ArchiveTable.All(db.Model))
            Assert.Equal(written.Rows[table.Name], await CountAsync(db, table.Name));
        // It works on: lines are added, and numbers the database gives are not given twice.
        await back.Writer.AppendAsync([Arrival("after")]);
        db.Add(new StorageKeyRow { Name = "after", Xml = "<key/>" });
        await db.SaveChangesAsync();
        Assert.Equal(found.Lines + 1, (await back.AskAsync(new JournalVerification())).Value.Lines);
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM journal_entries"));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Every_figure_is_what_it_was(Database from, Database to)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(from);
        var before = await FiguresAsync(centre);
        Assert.Contains(before, figure => figure.StartsWith("contacts by Queue", StringComparison.Ordinal));
        await centre.Services.GetRequiredService<Backup>().WriteAsync(Archive, null, TestContext.Current.CancellationToken);
        await using var kept = await TestDatabase.EmptyAsync(to);
        await using var back = TestCentre.Over(kept, guest: true);
        await back.Services.GetRequiredService<Restore>().ReadAsync(Archive, null, TestContext.Current.CancellationToken);
        await back.StartAsync();
        Assert.Equal(before, await FiguresAsync(back));
    }

    /// <summary>Every KPI of the invented contacts and of the real ones, by day and by queue where it can be.</summary>
    private static async Task<List<string>> FiguresAsync(TestCentre centre)
    {
        centre.Time.Set(new DateTimeOffset(2026, 11, 26, 6, 40, 0, TimeSpan.Zero));
        var figures = new List<string>();
        foreach (var kpi in Kpis.All)
            foreach (var kinds in new FactKind[][] { [FactKind.Demo], [FactKind.Live, FactKind.Imported] })
                foreach (var split in new Dimension?[] { null, Dimension.Queue })
                {
                    var asked = new KpiFigures(kpi.Name, new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 10))
                    { Whole = true, Split = split, Interval = Interval.Day, Kinds = kinds };
                    var found = await centre.AskAsync(asked);
                    Assert.True(found.Allowed || split is not null, string.Join(" ", found.Refusals));
                    if (found.Allowed)
                        figures.Add($"{kpi.Name} by {split} of {kinds[0]}: {KpiJson.Of(asked, found.Value)}");
                }
        return figures;
    }

    [Fact]
    public async Task A_log_left_beside_the_file_to_be_is_not_taken_for_the_restored_ones()
    {
        var (file, key) = (In("centre.db"), In("centre.key"));
        Assert.Equal(0, (await RunningServer.VerbAsync(file, "schema", "migrate", "--key-file", key)).Exit);
        Assert.Equal(0, (await RunningServer.VerbAsync(file, "backup", Archive, "--key-file", key)).Exit);
        var (elsewhere, left) = (In("elsewhere.db"), In("elsewhere.db-wal"));
        await File.WriteAllBytesAsync(left, [1, 2, 3]);
        var (exit, printed) = await RunningServer.VerbAsync(elsewhere, "restore", Archive, "--key-file", key);
        Assert.Equal((1, false, 3L), (exit, File.Exists(elsewhere), new FileInfo(left).Length));
        Assert.Contains("elsewhere.db-wal is there already", printed, StringComparison.Ordinal);
        File.Delete(left);
        (exit, printed) = await RunningServer.VerbAsync(elsewhere, "restore", Archive, "--key-file", key);
        Assert.True(exit == 0, printed);
    }

    /// <summary>A table or column that a script makes and the mapper does not know would be left out of every backup, unnoticed.</summary>
    [Theory, EachDatabase]
    public async Task Every_table_of_the_schema_is_in_the_archive_with_every_column(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await using var db = centre.OpenDb();
        var there = await db.Database.SqlQueryRaw<string>(database == Database.Sqlite
            ? """
              SELECT of.name || '.' || held.name AS "Value" FROM sqlite_master of, pragma_table_info(of.name) held
              WHERE of.type = 'table' AND of.name NOT LIKE 'sqlite_%'
              """
            : """
              SELECT table_name || '.' || column_name AS "Value" FROM information_schema.columns WHERE table_schema = current_schema()
              """).ToListAsync();
        Assert.Contains("import_pieces.bytes", there);
        // Which scripts were run is in the archive's head.
        Assert.Equal(there.Where(column => !column.StartsWith("schema_versions.", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            ArchiveTable.All(db.Model).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}"))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sealed_it_brings_its_key_along_and_opens_only_with_its_passphrase()
    {
        var (file, key, passphrase) = (In("centre.db"), In("centre.key"), In("passphrase"));
        await File.WriteAllTextAsync(passphrase, "four unrelated words here\n");
        Assert.Equal(0, (await RunningServer.VerbAsync(file, "schema", "migrate", "--key-file", key)).Exit);
        var (exit, printed) = await RunningServer.VerbAsync(file, "backup", Archive, "--passphrase-file", passphrase, "--key-file", key);
        Assert.True(exit == 0, printed);
        var keyBytes = Convert.FromBase64String((await File.ReadAllLinesAsync(key)).Last(line => !line.StartsWith('#')));
        Assert.False(WrappedKeysTests.Found(Archive, keyBytes));

        var (elsewhere, newKey) = (In("elsewhere.db"), In("elsewhere.key"));
        (exit, printed) = await RunningServer.VerbAsync(elsewhere, "restore", Archive, "--key-file", newKey);
        Assert.Equal((1, false), (exit, File.Exists(elsewhere)));
        Assert.Contains("passphrase", printed, StringComparison.Ordinal);
        await File.WriteAllTextAsync(In("wrong"), "some other words");
        (exit, _) = await RunningServer.VerbAsync(elsewhere, "restore", Archive, "--key-file", newKey, "--passphrase-file", In("wrong"));
        Assert.Equal((1, false), (exit, File.Exists(elsewhere)));
        (exit, printed) = await RunningServer.VerbAsync(elsewhere, "restore", Archive, "--key-file", newKey, "--passphrase-file", passphrase);
        Assert.True(exit == 0, printed);
        Assert.Equal(Convert.ToBase64String(keyBytes), (await File.ReadAllLinesAsync(newKey)).Last(line => !line.StartsWith('#')));
        Assert.Equal(1, (await RunningServer.VerbAsync(elsewhere, "restore", Archive, "--key-file", newKey, "--passphrase-file", passphrase)).Exit);
    }

    [Fact]
    public async Task A_good_backup_that_cannot_be_noted_is_a_good_backup()
    {
        var file = In("centre.db");
        Assert.Equal(0, (await RunningServer.VerbAsync(file, "schema", "migrate")).Exit);
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TRIGGER full BEFORE INSERT ON operations_last_backup BEGIN SELECT RAISE(ABORT, 'the disk is full'); END";
            await command.ExecuteNonQueryAsync();
        }
        var (exit, printed) = await RunningServer.VerbAsync(file, "backup", Archive);
        Assert.True(exit == 0, printed);
        Assert.True(File.Exists(Archive));
        Assert.Contains("The backup is good, and System health does not know of it: ", printed, StringComparison.Ordinal);
        Assert.Contains("the disk is full", printed, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_whole_is_not_restored_and_nothing_is_written_over(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        var backup = centre.Services.GetRequiredService<Backup>();
        await backup.WriteAsync(Archive, "some words", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<IOException>(() => backup.WriteAsync(Archive, "some words", TestContext.Current.CancellationToken));
        Assert.Equal([Archive], Directory.GetFiles(_folder.FullName));
        var whole = await File.ReadAllBytesAsync(Archive);
        var turned = whole.ToArray();
        turned[whole.Length / 2] ^= 1;
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var back = TestCentre.Over(kept, guest: true);
        foreach (var broken in (byte[][])[whole[..(whole.Length / 2)], whole[..^40], turned, RandomNumberGenerator.GetBytes(5000), []])
        {
            await File.WriteAllBytesAsync(Archive, broken);
            await Assert.ThrowsAsync<IOException>(() =>
                back.Services.GetRequiredService<Restore>().ReadAsync(Archive, "some words", TestContext.Current.CancellationToken));
        }
        await File.WriteAllBytesAsync(Archive, whole);
        await Assert.ThrowsAsync<IOException>(() =>
            centre.Services.GetRequiredService<Restore>().ReadAsync(Archive, "some words", TestContext.Current.CancellationToken));
        await back.Services.GetRequiredService<Restore>().ReadAsync(Archive, "some words", TestContext.Current.CancellationToken);
    }

    /// <summary>Killed at whatever point it is: what is there then is refused, or is nothing.</summary>
    [Theory, EachDatabase]
    public async Task Killed_half_way_nothing_is_there_that_looks_whole(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        await centre.Services.GetRequiredService<Backup>().WriteAsync(Archive, null, TestContext.Current.CancellationToken);
        await using var kept = await TestDatabase.EmptyAsync(database);
        for (var after = 300; after <= 900; after += 200)
        {
            using var verb = RunningServer.BeginVerb(kept.Connection, "restore", Archive);
            var ended = verb.WaitForExitAsync();
            if (await Task.WhenAny(ended, Task.Delay(after)) == ended)
                break;
            verb.Kill();
            await ended;
            var (exit, _) = await RunningServer.VerbAsync(kept.Connection, "journal", "verify");
            if (exit == 0)
                return;
        }
        await using var back = TestCentre.Over(kept, guest: true);
        await Soon.SoAsync("nobody holds the database any more", async () =>
        {
            try
            {
                await back.Services.GetRequiredService<Restore>().ReadAsync(Archive, null, TestContext.Current.CancellationToken);
                return true;
            }
            catch (IOException there) when (there.Message.Contains("already", StringComparison.Ordinal))
            {
                return (await RunningServer.VerbAsync(kept.Connection, "journal", "verify")).Exit == 0;
            }
        });
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private static Entry Arrival(string key) => Entry.Of(new ContactArrived(Channel.Phone, "general"),
        new DateTimeOffset(2026, 10, 9, 8, 0, 0, TimeSpan.Zero), FactKind.Live, "test", key, App.Ids.New(), null);

    private static async Task<long> CountAsync(AnswerableDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM " + table;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
