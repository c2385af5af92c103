using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Answerable.App.Storage;

/// <summary>
/// On a file there is one server, and commands beside it, to whom nothing need be told. What they committed the writer's own connection
/// knows, by the number that SQLite changes with others' commits and no other's: then everybody looks again.
/// </summary>
internal sealed class SqliteLink(Writer writer) : ILink
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    public Task SendAsync(IReadOnlyCollection<Notice> notices, CancellationToken stop) => Task.CompletedTask;

    public void Dispose()
    {
    }

    public async IAsyncEnumerable<IReadOnlyCollection<Notice>> HearAsync([EnumeratorCancellation] CancellationToken stop)
    {
        using var clock = new PeriodicTimer(Between);
        for (long? seen = null; await clock.WaitForNextTickAsync(stop);)
        {
            var look = new Look();
            await writer.TakeAsync(look, Lane.Bulk, stop);
            var now = await look.Finished.WaitAsync(stop);
            if (seen is not null && now != seen)
                yield return [Notice.LookAgain];
            seen = now;
        }
    }

    /// <summary>It writes nothing, so nothing is flushed for it.</summary>
    private sealed class Look() : Errand("others' commits")
    {
        private readonly TaskCompletionSource<long> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _number;

        public Task<long> Finished => _finished.Task;

        public override async Task PerformAsync(Batch batch)
        {
            await using var db = batch.NewContext();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            (command.CommandText, command.Transaction) = ("PRAGMA data_version", db.Database.CurrentTransaction!.GetDbTransaction());
            _number = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        public override void Committed() => _finished.TrySetResult(_number);
        public override void Failed(Exception why) => _finished.TrySetException(why);
    }
}
