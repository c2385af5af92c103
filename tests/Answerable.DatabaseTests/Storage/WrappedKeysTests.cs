using System.Security.Cryptography;
using System.Text;
using Answerable.App;
using Answerable.App.People;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Deliveries;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

/// <summary>A database file by itself opens nothing: tried as one would who has stolen it.</summary>
public sealed class WrappedKeysTests
{
    /// <summary>All bytes that could be a key or part of one, tried on every sealed text, as the review did.</summary>
    [Theory, EachDatabase]
    public async Task No_secret_stands_in_the_tables_in_clear(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        await using var db = centre.OpenDb();
        foreach (var column in centre.Services.GetServices<WrappedColumn>())
            foreach (var value in await RawAsync(db, column))
                Assert.True(value is byte[] bytes ? MasterKey.IsWrapped(bytes) : MasterKey.IsWrapped((string)value), column.ToString());
        foreach (var key in await db.Set<PersonalKeyRow>().AsNoTracking().ToListAsync())
            foreach (var text in await db.Set<PersonalRow>().AsNoTracking().Where(row => row.Owner == key.Owner).ToListAsync())
                for (var from = 0; from + 32 <= key.Key.Length; from++)
                    Assert.ThrowsAny<CryptographicException>(() =>
                        Sealed.Open(key.Key[from..(from + 32)], PersonalRow.PurposeOf(text.Id, text.Owner), text.Sealed));
    }

    /// <summary>Columns of bytes that are no secret, each for a reason; any other is wrapped, a new table's too.</summary>
    private static readonly Dictionary<string, string> NoSecrets = new()
    {
        ["import_pieces.bytes"] = "enciphered under the file's own key, which is wrapped",
        ["journal_customers.lookup"] = "a keyed hash, whose secret is wrapped",
        ["journal_entries.hash"] = "the chain",
        ["journal_head.hash"] = "the chain",
        ["journal_head.seal"] = "made with the chain's key",
        ["journal_personal.sealed"] = "sealed under its owner's key, which is wrapped",
        ["keys_keys.hash"] = "the hash of a long random secret",
        ["people_invitations.token_hash"] = "the hash of a long random secret",
        ["measures_quarters.cells"] = "figures",
        ["measures_quarters.linked"] = "figures",
        ["people_passkeys.credential"] = "what a device shows to anybody",
        ["people_passkeys.public_key"] = "the public half",
        ["privacy_looks.seal"] = "made with the chain's key",
        ["privacy_looks_total.seal"] = "made with the chain's key",
        ["privacy_looks_total.sum"] = "a sum of seals",
        ["storage_chain_key.before"] = "the chain",
    };

    [Fact]
    public async Task Every_column_of_bytes_is_wrapped_or_says_why_it_is_no_secret()
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        await using var db = centre.OpenDb();
        var wrapped = centre.Services.GetServices<WrappedColumn>().Select(column => $"{column.Table}.{column.Column}").ToHashSet();
        var bytes = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Where(property => property.ClrType == typeof(byte[]))
            .Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}")).ToList();
        Assert.Contains("import_files.file_key", bytes);
        Assert.Equal(bytes.Where(column => !wrapped.Contains(column)).Order(StringComparer.Ordinal), NoSecrets.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>What 0.1.0 kept in clear is nowhere in the file or its log once it has been opened by this version.</summary>
    /// <summary>What 0.1.0 did not have.</summary>
    private static readonly string[] Since = ["storage_chain_key", "mail_settings", "mail_letters", "import_files.doubt", "import_mappings"];

    [Fact]
    public async Task Nothing_of_what_0_1_0_kept_in_clear_is_left_in_the_file()
    {
        await using var kept = await TestDatabase.OfReleaseAsync(Database.Sqlite);
        var secrets = new List<byte[]>();
        await using (var before = TestCentre.Over(kept, guest: true))
        await using (var db = before.OpenDb())
            foreach (var column in before.Services.GetServices<WrappedColumn>().Where(column => !Since.Contains(column.Table)
                && !Since.Contains($"{column.Table}.{column.Column}")))
                secrets.AddRange((await RawAsync(db, column)).Select(value => value as byte[] ?? Encoding.UTF8.GetBytes((string)value)));
        secrets.RemoveAll(secret => secret.Length < 3); // No findings, said as an empty list.
        Assert.True(secrets.Count > 20);
        Assert.Contains(secrets, secret => Found(kept.Connection, secret));
        await using var after = TestCentre.Over(kept, guest: true);
        await after.Services.GetRequiredService<Schema>().MigrateAsync();
        Assert.All(secrets, secret => Assert.False(Found(kept.Connection, secret)));
    }

    [Theory, EachDatabase]
    public async Task Cookies_are_read_with_the_key_and_their_keys_open_without_it_to_nobody(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database,
            and: services => services.KeepKeysInDatabase().AddDataProtection().SetApplicationName("tests"));
        var said = centre.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("Administrator");
        await using var beside = await centre.BesideAsync(services => services.KeepKeysInDatabase().AddDataProtection().SetApplicationName("tests"));
        Assert.Equal("Administrator", beside.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(said));
        await using var db = centre.OpenDb();
        var kept = await db.Set<StorageKeyRow>().AsNoTracking().ToListAsync();
        Assert.NotEmpty(kept);
        Assert.All(kept, row => Assert.DoesNotContain("<", row.Xml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_is_made_for_a_new_database_and_never_for_one_whose_keys_are_wrapped()
    {
        var folder = Directory.CreateTempSubdirectory("answerable-key-");
        var (file, key) = (Path.Combine(folder.FullName, "centre.db"), Path.Combine(folder.FullName, "apart.key"));
        Assert.Equal(0, (await RunningServer.VerbAsync(file, "schema", "migrate", "--key-file", key)).Exit);
        Assert.True(File.Exists(key));
        if (!OperatingSystem.IsWindows())
            foreach (var path in (string[])[file, key])
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));

        var kept = await File.ReadAllBytesAsync(key);
        File.Delete(key);
        var (exit, printed) = await RunningServer.VerbAsync(file, "schema", "migrate", "--key-file", key);
        Assert.Equal((1, false), (exit, File.Exists(key)));
        Assert.Contains("is missing", printed, StringComparison.Ordinal);

        await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        (exit, printed) = await RunningServer.VerbAsync(file, "schema", "migrate", "--key-file", key);
        Assert.Equal(1, exit);
        Assert.Contains("is not the key of this database", printed, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(key, kept);
        Assert.Equal(0, (await RunningServer.VerbAsync(file, "schema", "migrate", "--key-file", key)).Exit);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_master_key_is_exchanged_and_the_old_one_opens_nothing_any_more()
    {
        await using var kept = await TestDatabase.OfReleaseAsync(Database.Sqlite);
        var key = kept.Connection + ".key";
        Assert.Equal(0, (await RunningServer.VerbAsync(kept.Connection, "schema", "migrate", "--key-file", key)).Exit);
        var old = await File.ReadAllTextAsync(key);

        // Broken off after the new key was put there: both stand, and it is done again.
        await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n" + old);
        var (exit, printed) = await RunningServer.VerbAsync(kept.Connection, "master-key", "renew", "--key-file", key);
        Assert.True(exit == 0, printed);
        Assert.Equal(0, (await RunningServer.VerbAsync(kept.Connection, "journal", "verify", "--key-file", key)).Exit);
        (exit, printed) = await RunningServer.VerbAsync(kept.Connection, "master-key", "renew", "--key-file", key);
        Assert.True(exit == 0, printed);
        Assert.Equal(0, (await RunningServer.VerbAsync(kept.Connection, "journal", "verify", "--key-file", key)).Exit);

        await File.WriteAllTextAsync(key, old);
        Assert.Equal(1, (await RunningServer.VerbAsync(kept.Connection, "journal", "verify", "--key-file", key)).Exit);
    }

    [Theory, EachDatabase]
    public async Task The_master_key_stays_while_anybody_has_the_database_open(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await using var db = centre.OpenDb();
        await db.Database.OpenConnectionAsync();
        await db.Set<StorageKeyRow>().CountAsync();
        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, "master-key", "renew");
        Assert.Equal(1, exit);
        Assert.Contains("in use", printed, StringComparison.Ordinal);
    }

    internal static async Task<List<object>> RawAsync(AnswerableDb db, WrappedColumn column)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {column.Column} FROM {column.Table} WHERE {column.Column} IS NOT NULL";
        await using var rows = await command.ExecuteReaderAsync();
        var values = new List<object>();
        while (await rows.ReadAsync())
            values.Add(rows.GetValue(0));
        return values;
    }

    internal static bool Found(string file, byte[] wanted) => new[] { file, file + "-wal" }.Where(File.Exists)
        .Any(path =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes.AsSpan().IndexOf(wanted) >= 0;
        });
}
