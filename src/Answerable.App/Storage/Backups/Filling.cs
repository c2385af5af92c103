using System.Data.Common;

namespace Answerable.App.Storage;

/// <summary>An empty database that is being filled with all there is of a centre, in one transaction.</summary>
internal abstract class Filling : IAsyncDisposable
{
    public abstract DbConnection Connection { get; }
    public abstract DbTransaction Transaction { get; }

    /// <summary>Makes the tables, and empties them of what the scripts put in.</summary>
    public async Task MakeAsync(IReadOnlyList<(int Number, string Name, string Sql)> scripts, IReadOnlyList<ArchiveTable> tables,
        CancellationToken stop)
    {
        await RunAsync(Schema.RegisterSql, stop);
        foreach (var (number, name, sql) in scripts)
        {
            await RunAsync(sql, stop);
            await RunAsync($"INSERT INTO schema_versions (number, name) VALUES ({number}, '{name}')", stop);
        }
        await UnguardAsync(tables, stop);
        foreach (var table in tables.Reverse())
            await RunAsync($"DELETE FROM {table.Name}", stop);
    }

    public abstract Task PutAsync(ArchiveTable table, object?[] row);

    /// <summary>All rows are there.</summary>
    public abstract Task FilledAsync(IReadOnlyList<ArchiveTable> tables, CancellationToken stop);

    /// <summary>It is there from now on, whole.</summary>
    public abstract Task CommitAsync(CancellationToken stop);

    /// <summary>What refuses changes lets them pass meanwhile.</summary>
    protected abstract Task UnguardAsync(IReadOnlyList<ArchiveTable> tables, CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    protected async Task RunAsync(string sql, CancellationToken stop)
    {
        await using var command = Connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, Transaction, 0);
        await command.ExecuteNonQueryAsync(stop);
    }
}
