using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>Where the two databases differ: opening, the writer's lock, and its own statements.</summary>
internal abstract class Dialect(string connectionString)
{
    /// <summary>PostgreSQL is named by its connection string; anything else is a SQLite file.</summary>
    public static Dialect For(string database) =>
        database.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? new PostgresDialect(database) : new SqliteDialect(database);

    public abstract string Name { get; }
    protected string ConnectionString { get; } = connectionString;

    public abstract void Use(DbContextOptionsBuilder options);
    public abstract void Use(DbContextOptionsBuilder options, DbConnection connection);
    public abstract Task<DbConnection> OpenAsync(CancellationToken stop);

    /// <summary>Begins a transaction in which nobody else changes tables or writes to the journal, on any number of nodes.</summary>
    public abstract Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken stop);

    /// <summary>Begins a transaction in which every query sees the same committed state; it holds up no writer.</summary>
    public abstract Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop);

    public abstract Ledger LedgerOn(DbConnection connection);
}
