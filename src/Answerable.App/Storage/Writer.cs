using System.Data.Common;
using System.Threading.Channels;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Channel = System.Threading.Channels.Channel;

namespace Answerable.App.Storage;

/// <summary>
/// The one writer. Acts and deliveries wait in a line; it takes all that wait, runs them one after another in one
/// transaction, and commits once for all of them (group commit). So acts never race, the chain has one order,
/// and a durable commit is shared by as many as came while the last one was being flushed.
/// </summary>
internal sealed class Writer(Dialect dialect, Noticeboard noticeboard, ILogger<Writer> log) : BackgroundService
{
    private const int MostInABatch = 1024;
    private readonly Channel<Work> _line = Channel.CreateBounded<Work>(new BoundedChannelOptions(16_384) { SingleReader = true });
    private DbConnection? _connection;
    private Ledger? _ledger;
    private DbContextOptions<AnswerableDb>? _options;

    /// <summary>Appends deliveries; for each, whether it was new (a known source key is not written again). Returns when durable.</summary>
    public async Task<bool[]> AppendAsync(IReadOnlyList<Entry> entries, IReadOnlyList<Notice>? notices = null, CancellationToken stop = default)
    {
        var work = new Delivery(entries, notices ?? []);
        await _line.Writer.WriteAsync(work, stop);
        return await work.Finished;
    }

    /// <summary>Appends deliveries and lets the deliverer keep its own rows in the same transaction, told which were new.</summary>
    public async Task<bool[]> AppendAsync(IReadOnlyList<Entry> entries, Func<AnswerableDb, bool[], Task> keep, IReadOnlyList<Notice> notices, CancellationToken stop)
    {
        var work = new KeptDelivery(entries, keep, notices);
        await _line.Writer.WriteAsync(work, stop);
        return await work.Finished;
    }

    public async Task<Outcome<TResult>> RunAsync<TResult>(Func<AnswerableDb, (ActContext, Task<Outcome<TResult>>)> act, CancellationToken stop)
    {
        var work = new ActUnderWay<TResult>(act);
        await _line.Writer.WriteAsync(work, stop);
        return await work.Finished;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _line.Reader.WaitToReadAsync(CancellationToken.None))
                await WriteBatchAsync();
        }
        finally
        {
            await ForgetConnectionAsync();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _line.Writer.TryComplete();
        if (ExecuteTask is not null)
            await ExecuteTask.WaitAsync(cancellationToken);
    }

    private async Task WriteBatchAsync()
    {
        var taken = new List<Work>();
        try
        {
            var connection = await ConnectedAsync();
            await using var transaction = await dialect.BeginWritingAsync(connection, CancellationToken.None);
            var batch = new Batch(_ledger!, transaction, _options!);
            while (taken.Count < MostInABatch && _line.Reader.TryRead(out var work))
            {
                taken.Add(work);
                await work.PerformAsync(batch);
            }
            await batch.FlushAsync();
            await transaction.CommitAsync();
            noticeboard.Publish(batch.Notices);
            foreach (var work in taken)
                work.Committed();
        }
        catch (Exception broken)
        {
            log.LogError(broken, "A batch of {Count} could not be written; each is told so and nothing of it is kept.", taken.Count);
            await ForgetConnectionAsync();
            if (taken.Count == 0 && _line.Reader.TryRead(out var first))
                taken.Add(first);
            foreach (var work in taken)
                work.Failed(broken);
        }
    }

    private async Task<DbConnection> ConnectedAsync()
    {
        if (_connection is not null)
            return _connection;
        _connection = await dialect.OpenAsync(CancellationToken.None);
        var options = new DbContextOptionsBuilder<AnswerableDb>();
        dialect.Use(options, _connection);
        _options = options.Options;
        _ledger = dialect.LedgerOn(_connection);
        return _connection;
    }

    private async Task ForgetConnectionAsync()
    {
        if (_connection is null)
            return;
        try
        {
            _ledger?.Dispose();
            await _connection.DisposeAsync();
        }
        catch (DbException gone)
        {
            log.LogWarning(gone, "The broken connection could not be closed tidily.");
        }
        (_connection, _ledger) = (null, null);
    }
}
