using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Answerable.App.Storage;

/// <summary>
/// Write-ahead log, and a full flush at each commit: an acknowledged fact survives a power cut. What is deleted is overwritten, so that what was
/// erased is not found in the file. What INSERT OR REPLACE takes away asks the triggers of deletion, as if it had been deleted.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA recursive_triggers=ON; PRAGMA temp_store=MEMORY; " +
            "PRAGMA cache_size=-65536;";
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken =
        default)
    {
        Set(connection);
        return Task.CompletedTask;
    }
}
