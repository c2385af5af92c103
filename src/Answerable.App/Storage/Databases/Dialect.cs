using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>Where the two databases differ: opening, the writer's lock, and its own statements.</summary>
internal abstract class Dialect(string connectionString)
{
    /// <summary>PostgreSQL is named by its connection string; anything else is a SQLite file.</summary>
    public static Dialect For(string database) =>
        DatabaseName.IsServer(database) ? new PostgresDialect(database) : new SqliteDialect(database);

    public abstract string Name { get; }
    protected string ConnectionString { get; } = connectionString;

    public abstract void Use(DbContextOptionsBuilder options);
    public abstract void Use(DbContextOptionsBuilder options, DbConnection connection);
    public abstract Task<DbConnection> OpenAsync(CancellationToken stop);

    /// <summary>What a restore that was killed left beside it.</summary>
    public virtual IEnumerable<string> RestoreLeft => [];

    /// <summary>Opens a database that is there already, by a way that can change nothing in it; null where there is none.</summary>
    public abstract Task<DbConnection?> OpenToLookAsync(CancellationToken stop);
    /// <summary>Whether another process has the database open, a server or a verb.</summary>
    public abstract Task<bool> IsOpenElsewhereAsync(CancellationToken stop);

    /// <summary>How it stands with the machine it lies on.</summary>
    public abstract Task<DatabaseFigures> FiguresAsync(DbConnection connection, CancellationToken stop);

    /// <summary>Takes a database that is not there yet, or is empty, to be filled with a backup.</summary>
    /// <exception cref="IOException">There is something in it.</exception>
    public abstract Task<Filling> FillAsync(CancellationToken stop);

    /// <summary>Begins a transaction in which nobody else changes tables or writes to the journal, on any number of nodes.</summary>
    public abstract Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken stop);

    /// <summary>Begins a transaction in which every query sees the same committed state; it holds up no writer.</summary>
    public abstract Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken stop);

    public abstract Task<bool> HasTableAsync(DbTransaction transaction, string table, CancellationToken stop);

    /// <summary>Whether a database without our tables has others', and is not to be filled with ours.</summary>
    public abstract Task<bool> IsOthersAsync(DbTransaction transaction, CancellationToken stop);

    /// <summary>What passes notices between this process and the others on the database.</summary>
    public abstract ILink LinkFor(ThisNode node, Writer writer);

    /// <summary>Whether there is anything that starting could not make again; of a server's database always.</summary>
    public virtual bool IsThere => true;

    /// <summary>Takes away what was made where nothing was.</summary>
    public virtual void TakeAway()
    {
    }

    /// <summary>Closes what is kept open for the next to ask.</summary>
    public virtual void LetGo()
    {
    }

    /// <summary>Holds the database for one server, where it takes no more than one. Who dies lets go of it, however that was.</summary>
    /// <exception cref="DatabaseUnfitException">Another server holds it.</exception>
    public abstract IDisposable? HoldForServer();

    /// <summary>Whether what was thrown says that the database is away, or takes no writing; nothing was kept then, and it can be tried
    /// again.</summary>
    public abstract bool IsAway(Exception thrown);

    /// <summary>Why a database cannot be worked with at all, in a sentence; null where it is none of that.</summary>
    public abstract string? Unfit(Exception thrown);

    protected static async Task<bool> AnyAsync(DbTransaction transaction, string sql, CancellationToken stop)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    public abstract Ledger LedgerOn(DbConnection connection, ChainKey chain);

    /// <summary>Says for the first time where the chain ends, although it has gone no further.</summary>
    public abstract Task SealHeadAsync(RowsInHand rows, byte[] seal, CancellationToken stop);

    /// <summary>
    /// Sees that what was deleted or written over in these tables is in none of the database's own files any more; what is written in their place may
    /// have to wait meanwhile. Where somebody still reads a state from before, it looks again until its patience ends.
    /// </summary>
    /// <param name="whole">In all there is, for what was deleted before it was overwritten at once.</param>
    /// <returns>Nothing where it is done; else a sentence that says why it is not yet.</returns>
    public async Task<string?> WipeAsync(IReadOnlyCollection<string> tables, bool whole, TimeSpan patience, CancellationToken stop)
    {
        await using var wiping = await BeginWipingAsync(tables, whole, stop);
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await wiping.TryAsync(stop) is not { } hindrance)
                return null;
            if (TimeProvider.System.GetElapsedTime(begun) > patience)
                return hindrance;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stop);
        }
    }

    protected abstract Task<Wiping> BeginWipingAsync(IReadOnlyCollection<string> tables, bool whole, CancellationToken stop);
}
