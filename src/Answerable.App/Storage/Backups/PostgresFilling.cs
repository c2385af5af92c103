using System.Data.Common;
using Npgsql;

namespace Answerable.App.Storage;

/// <summary>An empty database on a server: until all of it is committed together, nothing is there.</summary>
internal sealed class PostgresFilling : Filling
{
    private readonly NpgsqlConnection _connection;
    private readonly DbTransaction _transaction;
    private NpgsqlBinaryImporter? _copy;
    private ArchiveTable? _table;

    private PostgresFilling(NpgsqlConnection connection, DbTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public override DbConnection Connection => _connection;
    public override DbTransaction Transaction => _transaction;

    public static async Task<PostgresFilling> BeginAsync(Dialect dialect, CancellationToken stop)
    {
        var connection = (NpgsqlConnection)await dialect.OpenAsync(stop);
        var filling = new PostgresFilling(connection, await dialect.BeginWritingAsync(connection, stop));
        await using var asked = new NpgsqlCommand("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()", connection);
        if (await asked.ExecuteScalarAsync(stop) is 0L)
            return filling;
        await filling.DisposeAsync();
        throw new IOException("The database holds tables already: a backup is restored into an empty one.");
    }

    protected override async Task UnguardAsync(IReadOnlyList<ArchiveTable> tables, CancellationToken stop)
    {
        foreach (var table in tables)
            await RunAsync($"ALTER TABLE {table.Name} DISABLE TRIGGER USER", stop);
    }

    public override async Task PutAsync(ArchiveTable table, object?[] row)
    {
        if (_copy is null || _table != table)
        {
            await EndCopyAsync();
            _table = table;
            _copy = await _connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.Names}) FROM STDIN (FORMAT BINARY)");
        }
        await _copy.StartRowAsync();
        for (var place = 0; place < row.Length; place++)
            Write(_copy, row[place], table.Columns[place].Stored);
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value, string stored)
    {
        var kind = stored.Split('(')[0];
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case long number when kind == "smallint": copy.Write((short)number, kind); break;
            case long number when kind == "integer": copy.Write((int)number, kind); break;
            case long number: copy.Write(number, kind); break;
            case bool truth: copy.Write(truth, kind); break;
            case string text: copy.Write(text, "text"); break;
            case byte[] bytes: copy.Write(bytes, kind); break;
            case Guid id: copy.Write(id, kind); break;
            case double number when kind == "real": copy.Write((float)number, kind); break;
            case double number: copy.Write(number, kind); break;
            case decimal number: copy.Write(number, kind); break;
            case DateOnly date: copy.Write(date, kind); break;
            case TimeOnly time: copy.Write(time, kind); break;
            default: throw new NotSupportedException($"No column holds a {value.GetType().Name}.");
        }
    }

    public override async Task FilledAsync(IReadOnlyList<ArchiveTable> tables, CancellationToken stop)
    {
        await EndCopyAsync();
        foreach (var table in tables)
            await RunAsync($"ALTER TABLE {table.Name} ENABLE TRIGGER USER", stop);
        // Numbers that the database gives go on behind those that were given.
        const string GivenNumbers = """
            DO $$ DECLARE given record; BEGIN
              FOR given IN SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND is_identity = 'YES' LOOP
                EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), COALESCE(MAX(%I), 0) + 1, false) FROM %I',
                  given.table_name, given.column_name, given.column_name, given.table_name);
              END LOOP;
            END $$
            """;
        await RunAsync(GivenNumbers, stop);
    }

    public override Task CommitAsync(CancellationToken stop) => _transaction.CommitAsync(stop);

    public override async ValueTask DisposeAsync()
    {
        if (_copy is not null)
            await _copy.DisposeAsync();
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task EndCopyAsync()
    {
        if (_copy is null)
            return;
        await _copy.CompleteAsync();
        await _copy.DisposeAsync();
        _copy = null;
    }
}
