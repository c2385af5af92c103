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
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(stop);
        SqlitePragmas.Set(connection);
        return connection;
    }

    public override async Task<DbConnection?> OpenToLookAsync(CancellationToken stop)
    {
        if (new FileInfo(file) is not { Exists: true, Length: > 0 })
            return null;
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(stop);
        return connection;
    }

    public override Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override Task<bool> HasTableAsync(DbTransaction transaction, string table, CancellationToken stop) =>
        AnyAsync(transaction, $"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'", stop);

    public override Task<bool> IsOthersAsync(DbTransaction transaction, CancellationToken stop) =>
        AnyAsync(transaction, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", stop);

    public override Ledger LedgerOn(DbConnection connection) => new SqliteLedger((SqliteConnection)connection);

    public override ILink LinkFor(ThisNode node, Writer writer) => new SqliteLink(writer);

    /// <summary>The lock is the system's, which takes it back from whoever dies; the empty file beside the database is left lying.</summary>
    public override IDisposable HoldForServer()
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
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
        raw.SQLITE_FULL => $"There is no room left on the disk of {file}.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"The database {file} is held by another program, which did not let go of it.",
        raw.SQLITE_IOERR => $"The disk with {file} does not answer: {thrown.Message}",
        _ => null,
    };

    private static string ConnectionStringOf(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
