using System.Collections.Concurrent;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Privacy;

/// <summary>
/// Takes down who looked at what, and keeps it a second later with all that came meanwhile: no page waits for it. A stop keeps what is left; a
/// crash loses the last second. The same person at the same thing again within ten minutes is one line.
/// </summary>
internal sealed class Witness(
    Writer writer, DatabaseDoor door, TimeProvider time, IEnumerable<IWhereabouts> whereabouts, ILogger<Witness> log) : BackgroundService, IWitness
{
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int MostAtOnce = 500;

    private readonly IWhereabouts? _whereabouts = whereabouts.FirstOrDefault();
    private readonly ConcurrentDictionary<(PersonId?, string?, Look), DateTimeOffset> _latest = new();
    private readonly ConcurrentQueue<LookRow> _waiting = new();
#pragma warning disable CA2213 // Its handle is never asked for, so there is nothing to dispose; and a host that closes half open may still keep.
    private readonly SemaphoreSlim _turn = new(1, 1);
#pragma warning restore CA2213
    private long _taken;
    private DateTime? _told;

    public void Saw(Actor who, Look look)
    {
        // A source that asks after what it delivered itself is no person, and sees no person's words.
        if (look.Sight is Sight.ContactByKey && who.Person is null)
            return;
        var (now, hand) = (time.GetUtcNow(), who.Person is null ? who.Name : who.ByKey);
        var key = (who.Person, hand, look);
        if (!IsDeed(look.Sight) && _latest.TryGetValue(key, out var last) && now - last < Again)
            return;
        _latest[key] = now;
        _waiting.Enqueue(new LookRow
        {
            Id = Ids.New(),
            At = now,
            Person = who.Person,
            Hand = hand,
            Sight = look.Sight,
            Subject = look.Subject,
            Page = _whereabouts?.Page,
        });
    }

    /// <summary>Erasures, searches and downloads each count: the next is of another customer, or of others' rows.</summary>
    private static bool IsDeed(Sight sight) => sight is Sight.Erasure or Sight.CustomerSearch or Sight.ContactsDownload;

    /// <summary>Keeps all that was seen until now, or says in the log that it could not; what could not be kept waits on.</summary>
    public async Task TryKeepAsync(CancellationToken stop)
    {
        try
        {
            await KeepAsync(stop);
        }
        catch (Exception broken)
        {
            door.Report(log, broken, "Who looked at what could not be kept; it is tried again.");
        }
    }

    private async Task KeepAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            while (!_waiting.IsEmpty)
            {
                var rows = _waiting.Take(MostAtOnce).ToList();
                await writer.AppendAsync([], async (db, _) => _taken = await LookRow.AddAsync(db, rows), [], stop);
                for (var kept = 0; kept < rows.Count; kept++)
                    _waiting.TryDequeue(out _);
                await TellAsync(stop);
            }
        }
        finally
        {
            _turn.Release();
        }
        foreach (var (key, at) in _latest)
            if (time.GetUtcNow() - at >= Again)
                _latest.TryRemove(new(key, at));
    }

    /// <summary>Tells the journal once a day how many there have been: whoever puts an earlier state of them back, or takes all of them away, is
    /// found.</summary>
    private async Task TellAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (_told == now.UtcDateTime.Date)
            return;
        await writer.AppendAsync([Entry.Of(new LooksCounted(_taken), now, FactKind.Live, "looks", $"{now:yyyy-MM-dd}", CentreId.TheOne.Value, null)],
            stop: stop);
        _told = now.UtcDateTime.Date;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_waiting.IsEmpty)
                await TryKeepAsync(CancellationToken.None);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryKeepAsync(cancellationToken);
    }
}
