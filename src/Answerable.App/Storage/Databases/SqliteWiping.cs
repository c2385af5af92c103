using Microsoft.Data.Sqlite;

namespace Answerable.App.Storage;

/// <summary>
/// What is deleted is overwritten where it stood (see the pragmas); the log beside it goes as soon as nobody reads there. An attempt returns at once
/// where somebody does, so that no writer waits for it.
/// </summary>
internal sealed class SqliteWiping(SqliteConnection connection, bool whole) : Wiping
{
    private bool _rewritten = !whole;

    public override async Task<string?> TryAsync(CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        if (!_rewritten)
        {
            command.CommandText = "VACUUM";
            await command.ExecuteNonQueryAsync(stop);
            _rewritten = true;
        }
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(stop) is 0L
            ? null
            : "Somebody reads on in the database's log; it is emptied as soon as they have done.";
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();
}
