using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

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

    public override Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override Ledger LedgerOn(DbConnection connection) => new SqliteLedger((SqliteConnection)connection);

    private static string ConnectionStringOf(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
