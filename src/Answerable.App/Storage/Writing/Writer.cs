using System.Data.Common;
using Answerable.Model;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Storage;

/// <summary>
/// The one writer. Acts and deliveries wait in a line; it takes those that wait, runs them one after another in one
/// transaction, and commits once for all of them (group commit). So acts never race, the chain has one order,
/// and a durable commit is shared by as many as came while the last one was being flushed.
/// </summary>
internal sealed class Writer(
    IServiceProvider services, Dialect dialect, DatabaseDoor door, MasterKey master, IEnumerable<IProjection> projections, Noticeboard noticeboard,
    WriterTimes times, Instruments instruments, TimeProvider time, ILogger<Writer> log)
        : BackgroundService
{
    private const int MostInABatch = 1024;
    private const int EntriesAtOnce = 1000;

    /// <summary>The first of a batch waits for the others of it: no longer than this.</summary>
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(20);

    /// <summary>And no longer than this where a desk waits for the bulk under way.</summary>
    private static readonly TimeSpan LongestBeforeADesk = TimeSpan.FromMilliseconds(8);

    /// <summary>Desks are at work until so long after their last act.</summary>
    private static readonly TimeSpan DeskPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(100);

    private readonly IProjection[] _projections = [.. projections];
    private readonly Line _line = new();
    private readonly WriterQuestions _questions = new();
    private long _lastDesk;
    private DbConnection? _connection;
    private Ledger? _ledger;
    private PooledDbContextFactory<AnswerableDb>? _contexts;
    private volatile WriterStanding _standing = new(0, null, default);

    /// <summary>Appends deliveries; for each, whether it was new (a known source key is not written again). Returns when durable.</summary>
    public async Task<bool[]> AppendAsync(IReadOnlyList<Entry> entries, IReadOnlyList<Notice>? notices = null, CancellationToken stop = default)
    {
        var delivery = new Delivery(entries, notices ?? []);
        await _line.JoinAsync(delivery, Lane.Bulk, stop);
        return await delivery.Finished;
    }

    /// <summary>Appends deliveries and lets the deliverer keep its own rows in the same transaction, told which were new.</summary>
    public async Task<bool[]> AppendAsync(IReadOnlyList<Entry> entries, Func<AnswerableDb, bool[], Task> keep, IReadOnlyList<Notice> notices,
        CancellationToken stop)
    {
        var delivery = new KeptDelivery(entries, keep, notices);
        await _line.JoinAsync(delivery, Lane.Bulk, stop);
        return await delivery.Finished;
    }

    /// <summary>Puts an errand into the line; it says itself when it is done.</summary>
    public async Task TakeAsync(Errand errand, Lane lane, CancellationToken stop)
    {
        if (lane == Lane.Desk)
            Volatile.Write(ref _lastDesk, time.GetTimestamp());
        await _line.JoinAsync(errand, lane, stop);
    }

    /// <summary>
    /// Bulk that comes in many pieces rests after each as long as it worked at it while desks are at work: they wait for the processor as much
    /// as for the writer. It rests by the machine's clock, whatever the centre's says.
    /// </summary>
    public async Task GiveWayAsync(TimeSpan worked, CancellationToken stop)
    {
        if (Volatile.Read(ref _lastDesk) is var last and not 0 && time.GetElapsedTime(last) < DeskPause)
            await Task.Delay(worked < LongestRest ? worked : LongestRest, TimeProvider.System, stop);
    }

    /// <summary>How many wait for it, when it last committed and how long that took.</summary>
    public WriterStanding Standing => _standing with { Waiting = _line.Length };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        instruments.Watch("answerable.writer.waiting", "{errand}", "Acts and deliveries that wait for the writer.", () => _line.Length);
        try
        {
            while (await _line.AnyAsync())
                await WriteBatchAsync();
        }
        finally
        {
            await ForgetConnectionAsync();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _line.Close();
        if (ExecuteTask is not null)
            await ExecuteTask.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _ledger?.Dispose();
        base.Dispose();
    }

    private async Task WriteBatchAsync()
    {
        var taken = new List<Errand>();
        if (await CommittedAsync(taken) is not { } notices)
            return;
        // Told first: whoever is answered finds that what their act ended is at an end here.
        Publish(notices);
        foreach (var errand in taken)
            errand.Committed();
    }

    /// <summary>Writes a batch; the notices to be told now that it is durable, or null where nothing of it was kept.</summary>
    private async Task<List<Notice>?> CommittedAsync(List<Errand> taken)
    {
        try
        {
            var began = time.GetTimestamp();
            var ledger = await ConnectedAsync();
            await using var transaction = await ledger.BeginAsync();
            var batch = new Batch(ledger, transaction, _contexts!, _projections);
            await TakeAsync(taken, batch);
            await batch.CommitAsync();
            var took = time.GetElapsedTime(began);
            _standing = new WriterStanding(0, time.GetUtcNow(), took);
            instruments.Wrote(took, batch.Written);
            return batch.Notices;
        }
        catch (Exception broken)
        {
            door.Report(log, broken, $"A batch of {taken.Count} could not be written; each is told so and nothing of it is kept.");
            await ForgetConnectionAsync();
            if (taken.Count == 0 && _line.TryTake(_line.Turn(), out var first))
                taken.Add(first);
            foreach (var errand in taken)
                errand.Failed(broken);
            return null;
        }
    }

    /// <summary>A batch is of one lane, so that no desk's commit waits for a piece of the bulk; where both wait they take turns.</summary>
    private async Task TakeAsync(List<Errand> taken, Batch batch)
    {
        var (begun, lane) = (time.GetTimestamp(), _line.Turn());
        while (taken.Count < MostInABatch && time.GetElapsedTime(begun) < Longest() && _line.TryTake(lane, out var errand))
        {
            taken.Add(errand);
            var (began, asked, rows) = (time.GetTimestamp(), _questions.Asked, _questions.Rows);
            await errand.PerformAsync(batch);
            if (batch.Waiting >= EntriesAtOnce)
                await batch.FlushAsync();
            times.Note(errand.Name, time.GetElapsedTime(began), _questions.Asked - asked, _questions.Rows - rows);
        }

        TimeSpan Longest() => lane == Lane.Bulk && _line.DeskWaits ? LongestBeforeADesk : LongestBatch;
    }

    /// <summary>What was committed stays so, whatever becomes of those who listen.</summary>
    private void Publish(List<Notice> notices)
    {
        try
        {
            noticeboard.Publish(notices);
        }
        catch (Exception broken)
        {
            log.LogError(broken, "The live pages could not be told of {Count} notices; they show it when they are next read.", notices.Count);
        }
    }

    private async Task<Ledger> ConnectedAsync()
    {
        if (_ledger is not null)
            return _ledger;
        _connection = await dialect.OpenAsync(CancellationToken.None);
        var chain = await ChainKey.ReadAsync(_connection, master, CancellationToken.None);
        var options = new DbContextOptionsBuilder<AnswerableDb>();
        dialect.Use(options.UseApplicationServiceProvider(services).AddInterceptors(_questions), _connection);
        _contexts = new PooledDbContextFactory<AnswerableDb>(options.Options);
        return _ledger = dialect.LedgerOn(_connection, chain);
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
        catch (Exception gone)
        {
            log.LogWarning(gone, "The broken connection could not be closed tidily.");
        }
        (_connection, _ledger) = (null, null);
    }
}
