using System.Data.Common;
using Answerable.App.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Answerable.Benchmarks.Journal;

/// <summary>The baseline: a table like the journal's with its indexes, and nothing else between the rows and the database.</summary>
internal sealed class BareTable(Dialect dialect, DbConnection connection)
{
    private const string Table = "bare_entries";

    public static async Task<BareTable> CreateAsync(Dialect dialect)
    {
        var bare = new BareTable(dialect, await dialect.OpenAsync(CancellationToken.None));
        await bare.RunAsync($"DROP TABLE IF EXISTS {Table}");
        if (dialect is PostgresDialect)
            await bare.RunAsync($"CREATE TABLE {Table} (LIKE journal_entries INCLUDING ALL)");
        else
            foreach (var sql in await bare.LikeTheJournalAsync())
                await bare.RunAsync(sql);
        return bare;
    }

    /// <summary>One prepared insert a row on SQLite, one COPY a batch on PostgreSQL; one commit a batch on both.</summary>
    public async Task InsertAsync(IReadOnlyList<ChainedEntry> rows)
    {
        await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync();
        await dialect.InsertAsync(connection, transaction, Table, rows, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private async Task<List<string>> LikeTheJournalAsync()
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_master WHERE tbl_name = 'journal_entries' AND type IN ('table', 'index') AND sql IS NOT NULL";
        var statements = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            statements.Add(reader.GetString(0).Replace("journal_entries", Table, StringComparison.Ordinal));
        return statements;
    }

    private async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
