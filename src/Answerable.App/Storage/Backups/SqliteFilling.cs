using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Answerable.App.Storage;

/// <summary>A file under another name, which is given its own when it is whole.</summary>
internal sealed class SqliteFilling : Filling
{
    private readonly string _file;
    private readonly string _beside;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly List<string> _triggers = [];
    private SqliteCommand? _put;
    private ArchiveTable? _table;

    public SqliteFilling(string file)
    {
        if (new[] { file, file + "-wal" }.FirstOrDefault(File.Exists) is { } there)
            throw new IOException($"{there} is there already: a backup is restored into a database that is not there yet.");
        (_file, _beside) = (file, $"{file}.{Ids.New():N}{RestoreLeft.Ending}");
        Folder.ToHold(file);
        RestoreLeft.ClearFile(file);
        OwnFile.Create(_beside).Dispose();
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _beside, Pooling = false, ForeignKeys = false }.ToString());
        try
        {
            _connection.Open();
            _transaction = _connection.BeginTransaction();
        }
        catch
        {
            _connection.Dispose();
            TakeAway();
            throw;
        }
    }

    public override DbConnection Connection => _connection;
    public override DbTransaction Transaction => _transaction;

    protected override async Task UnguardAsync(IReadOnlyList<ArchiveTable> tables, CancellationToken stop)
    {
        var names = new List<string>();
        await using (var asked = new SqliteCommand("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", _connection, _transaction))
        await using (var rows = await asked.ExecuteReaderAsync(stop))
            while (await rows.ReadAsync(stop))
            {
                names.Add(rows.GetString(0));
                _triggers.Add(rows.GetString(1));
            }
        foreach (var name in names)
            await RunAsync($"DROP TRIGGER {name}", stop);
    }

    public override async Task PutAsync(ArchiveTable table, object?[] row)
    {
        if (_put is null || _table != table)
        {
            _put?.Dispose();
            _table = table;
            var places = string.Join(", ", row.Select((_, place) => $"@p{place}"));
            _put = new SqliteCommand($"INSERT INTO {table.Name} ({table.Names}) VALUES ({places})", _connection, _transaction);
            for (var place = 0; place < row.Length; place++)
                _put.Parameters.Add(new SqliteParameter { ParameterName = $"p{place}" });
        }
        for (var place = 0; place < row.Length; place++)
            (_put.Parameters[place].Value, _put.Parameters[place].Size) = (row[place] ?? DBNull.Value, -1);
        await _put.ExecuteNonQueryAsync();
    }

    public override async Task FilledAsync(IReadOnlyList<ArchiveTable> tables, CancellationToken stop)
    {
        foreach (var trigger in _triggers)
            await RunAsync(trigger, stop);
    }

    public override async Task CommitAsync(CancellationToken stop)
    {
        await _transaction.CommitAsync(stop);
        await _connection.DisposeAsync();
        OwnFile.Settle(_beside);
        File.Move(_beside, _file, overwrite: false);
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (_put is not null)
                await _put.DisposeAsync();
            await _transaction.DisposeAsync();
            await _connection.DisposeAsync();
        }
        finally
        {
            TakeAway();
        }
    }

    private void TakeAway()
    {
        File.Delete(_beside);
        File.Delete(_beside + "-journal");
    }
}
