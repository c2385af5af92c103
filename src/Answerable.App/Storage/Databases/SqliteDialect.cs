using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace Answerable.App.Storage;

internal sealed class SqliteDialect(string file) : Dialect(ConnectionStringOf(file))
{
    public override string Name => "Sqlite";

    public override void Use(DbContextOptionsBuilder options) =>
        options.UseSqlite(ConnectionString, OneStatementForLists).AddInterceptors(new SqlitePragmas());

    public override void Use(DbContextOptionsBuilder options, DbConnection connection) => options.UseSqlite(connection, OneStatementForLists);

    /// <summary>A list asked for is one value of the statement, so that the same words serve however many there are: they are put together
    /// once.</summary>
    private static void OneStatementForLists(SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    public override async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        Folder.ToHold(file);
        MakeOwn();
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(stop);
        SqlitePragmas.Set(connection);
        return connection;
    }

    public override async Task<DbConnection?> OpenToLookAsync(CancellationToken stop)
    {
        if (new FileInfo(file) is not { Exists: true, Length: > 0 })
            return null;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString)
        { DataSource = ToLook(Path.GetFullPath(file)), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(stop);
        return connection;
    }

    /// <summary>Where no log lies beside the file nobody writes to it: looked at as what does not change, it has none put beside it.</summary>
    private static string ToLook(string path) => File.Exists(path + "-wal") || File.Exists(path + "-journal")
        ? path : $"file://{string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString))}?immutable=1";

    public override async Task<DatabaseFigures> FiguresAsync(DbConnection connection, CancellationToken stop)
    {
        await using var asked = connection.CreateCommand();
        asked.CommandText = "SELECT sqlite_version()";
        var version = (string)(await asked.ExecuteScalarAsync(stop))!;
        var path = Path.GetFullPath(file);
        var bytes = new[] { path, path + "-wal" }.Where(File.Exists).Sum(name => new FileInfo(name).Length);
        return new DatabaseFigures($"SQLite {version}", bytes, new DriveInfo(path).AvailableFreeSpace, null);
    }

    /// <summary>Its log can be put away only while nobody else has the file open.</summary>
    public override async Task<bool> IsOpenElsewhereAsync(CancellationToken stop)
    {
        await using var own = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(own);
        await using var alone = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString)
        { Pooling = false, DefaultTimeout = 1, Mode = SqliteOpenMode.ReadWrite }.ToString());
        await alone.OpenAsync(stop);
        await using var command = alone.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE; PRAGMA journal_mode=WAL";
        try
        {
            await command.ExecuteNonQueryAsync(stop);
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return true;
        }
    }

    public override Task<Filling> FillAsync(CancellationToken stop) => Task.FromResult<Filling>(new SqliteFilling(file));

    public override Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override Task<bool> HasTableAsync(DbTransaction transaction, string table, CancellationToken stop) =>
        AnyAsync(transaction, $"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'", stop);

    public override Task<bool> IsOthersAsync(DbTransaction transaction, CancellationToken stop) =>
        AnyAsync(transaction, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", stop);

    public override Ledger LedgerOn(DbConnection connection, ChainKey chain) => new SqliteLedger((SqliteConnection)connection, chain);

    public override async Task SealHeadAsync(RowsInHand rows, byte[] seal, CancellationToken stop)
    {
        const string Forward = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'journal_head_only_forward'";
        var trigger = (string)(await rows.RowsAsync(Forward, stop)).Single()[0];
        await rows.RunAsync("DROP TRIGGER journal_head_only_forward", [], stop);
        await rows.RunAsync("UPDATE journal_head SET seal = @p0 WHERE id = 1", [seal], stop);
        await rows.RunAsync(trigger, [], stop);
    }

    protected override async Task<Wiping> BeginWipingAsync(IReadOnlyCollection<string> tables, bool whole, CancellationToken stop) =>
        new SqliteWiping((SqliteConnection)await OpenAsync(stop), whole);

    /// <summary>A new file is its owner's alone; the logs beside it are made as it is.</summary>
    private void MakeOwn()
    {
        try
        {
            if (!File.Exists(file))
                OwnFile.Create(file).Dispose();
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another server made it at the same moment.
            return;
        }
    }

    public override IEnumerable<string> RestoreLeft => Storage.RestoreLeft.OfFile(file);

    public override bool IsThere => new FileInfo(file) is { Exists: true, Length: > 0 };

    public override void TakeAway()
    {
        LetGo();
        foreach (var made in new[] { file, file + "-wal", file + "-shm", file + "-journal", RealPath.Of(file) + ".lock" })
            File.Delete(made);
    }

    public override ILink LinkFor(ThisNode node, Writer writer) => new SqliteLink(writer);

    /// <summary>The pool's connections are closed, and with them go the logs beside the file.</summary>
    public override void LetGo()
    {
        using var own = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(own);
    }

    /// <summary>The locks are the system's, which takes them back from whoever dies; the empty file beside the database is left lying.</summary>
    public override IDisposable HoldForServer()
    {
        Folder.ToHold(file);
        try
        {
            MakeOwn();
            return new Held(RealPath.Of(file));
        }
        catch (IOException held) when (FullDisk.Told(held, file) is null)
        {
            throw new DatabaseUnfitException(
                $"Another server has {file} open: on a SQLite file there is one at a time. Stop it first, or share a PostgreSQL database.", held);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new DatabaseUnfitException($"The folder of {file} cannot be written in by this user.", refused);
        }
    }

    public override bool IsAway(Exception thrown) => thrown is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY
            or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_PERM
    };

    public override string? Unfit(Exception thrown) => thrown is not SqliteException { SqliteErrorCode: var code } ? null : code switch
    {
        raw.SQLITE_NOTADB => $"{file} is no database: it holds something else. Nothing was changed in it.",
        raw.SQLITE_CORRUPT => $"The database {file} is damaged and cannot be read. Bring a backup back; nothing was changed in this one.",
        raw.SQLITE_READONLY => $"The database {file} can be read and not written by this user.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => $"The database {file} cannot be opened: look whether its folder is there and may be written in.",
        raw.SQLITE_FULL => FullDisk.OfFile(file),
        raw.SQLITE_IOERR when FullDisk.HasNoRoom(file) => FullDisk.OfFile(file),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"The database {file} is held by another program, which did not let go of it.",
        raw.SQLITE_IOERR => $"The disk with {file} does not answer: {thrown.Message}",
        _ => null,
    };

    /// <summary>Beside a file there is a log and its index, for which there may be no room either.</summary>
    public static bool IsFull(Exception thrown) => thrown is SqliteException { SqliteErrorCode: raw.SQLITE_FULL }
        || thrown is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_IOERR_SHMSIZE or raw.SQLITE_IOERR_WRITE };

    private static string ConnectionStringOf(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>
    /// A file is held twice: by its name, and itself, for by a hard link it has another name and is the same. Readers and the database's own
    /// locks are let through by both. Where the system would keep the database itself out too, its name must do.
    /// </summary>
    private sealed class Held : IDisposable
    {
        private readonly FileStream _beside;
        private readonly FileStream? _itself;

        public Held(string real)
        {
            _beside = new FileStream(real + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                _itself = OperatingSystem.IsWindows() || !File.Exists(real)
                    ? null
                    : new FileStream(real, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch
            {
                _beside.Dispose();
                throw;
            }
        }

        public void Dispose()
        {
            _itself?.Dispose();
            _beside.Dispose();
        }
    }
}
