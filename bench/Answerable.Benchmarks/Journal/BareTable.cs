using System.Data.Common;
using Answerable.App.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Answerable.Benchmarks.Journal;

/// <summary>The baseline: a table like the journal's with its indexes, and nothing else between the rows and the database.</summary>
internal abstract class BareTable(DbConnection connection)
{
    protected const string Table = "bare_entries";
    protected const string Columns = "number, at, kind, source, source_key, subject, actor, name, body, hash";

    public abstract string Way { get; }

    public static async Task<BareTable> CreateAsync(Dialect dialect)
    {
        var connection = await dialect.OpenAsync(CancellationToken.None);
        BareTable bare = connection is SqliteConnection sqlite ? new OnSqlite(sqlite) : new OnPostgres((NpgsqlConnection)connection);
        await bare.RunAsync($"DROP TABLE IF EXISTS {Table}");
        await bare.LikeTheJournalAsync();
        return bare;
    }

    /// <summary>Inserts the rows and commits them.</summary>
    public abstract Task InsertAsync(IReadOnlyList<ChainedEntry> rows);

    protected abstract Task LikeTheJournalAsync();

    protected async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class OnSqlite(SqliteConnection connection) : BareTable(connection)
    {
        public override string Way => "bare prepared insert";

        public override Task InsertAsync(IReadOnlyList<ChainedEntry> rows)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO {Table} ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)";
            for (var place = 0; place < 10; place++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${place}" });
            command.Prepare();
            foreach (var (number, entry, hash) in rows)
            {
                object[] values = [number, entry.At.ToUnixTimeMilliseconds(), (int)entry.Kind, entry.Source, entry.SourceKey, entry.Subject,
                    entry.Actor ?? (object)DBNull.Value, entry.Name, entry.Body, hash];
                for (var place = 0; place < values.Length; place++)
                    command.Parameters[place].Value = values[place];
                command.ExecuteNonQuery();
            }
            transaction.Commit();
            return Task.CompletedTask;
        }

        protected override async Task LikeTheJournalAsync()
        {
            var statements = new List<string>();
            using (var command = connection.CreateCommand())
            {
                command.CommandText =
                    "SELECT sql FROM sqlite_master WHERE tbl_name = 'journal_entries' AND type IN ('table', 'index') AND sql IS NOT NULL";
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    statements.Add(reader.GetString(0).Replace("journal_entries", Table, StringComparison.Ordinal));
            }
            foreach (var sql in statements)
                await RunAsync(sql);
        }
    }

    private sealed class OnPostgres(NpgsqlConnection connection) : BareTable(connection)
    {
        public override string Way => "bare COPY";

        public override async Task InsertAsync(IReadOnlyList<ChainedEntry> rows)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using (var copy = await connection.BeginBinaryImportAsync($"COPY {Table} ({Columns}) FROM STDIN (FORMAT BINARY)"))
            {
                foreach (var (number, entry, hash) in rows)
                {
                    copy.StartRow();
                    copy.Write(number, NpgsqlDbType.Bigint);
                    copy.Write(entry.At.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
                    copy.Write((int)entry.Kind, NpgsqlDbType.Integer);
                    copy.Write(entry.Source, NpgsqlDbType.Text);
                    copy.Write(entry.SourceKey, NpgsqlDbType.Text);
                    copy.Write(entry.Subject, NpgsqlDbType.Uuid);
                    if (entry.Actor is { } actor)
                        copy.Write(actor, NpgsqlDbType.Uuid);
                    else
                        copy.WriteNull();
                    copy.Write(entry.Name, NpgsqlDbType.Text);
                    copy.Write(entry.Body, NpgsqlDbType.Text);
                    copy.Write(hash, NpgsqlDbType.Bytea);
                }
                await copy.CompleteAsync();
            }
            await transaction.CommitAsync();
        }

        protected override Task LikeTheJournalAsync() => RunAsync($"CREATE TABLE {Table} (LIKE journal_entries INCLUDING ALL)");
    }
}
