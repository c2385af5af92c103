using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Storage;

/// <summary>
/// Passes notices on to the other nodes, once they are committed and beside the writer, which waits for nobody's listening. What could not be
/// passed on is not kept: once there is a way again, the others are told to look for themselves.
/// </summary>
internal sealed class LinkOut(
    Dialect dialect, ThisNode node, Writer writer, Noticeboard noticeboard, TimeProvider time, ILogger<LinkOut> log) : BackgroundService
{
    /// <summary>Beyond so many that wait, to look again says the same in fewer words.</summary>
    private const int Most = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What comes soon after goes together: told one by one, thousands a second cost a sixth of what takes them in.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    private readonly ILink _link = dialect.LinkFor(node, writer);
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private HashSet<Notice> _waiting = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        noticeboard.Published += Take;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _bell.Reader.WaitToReadAsync(stoppingToken))
            {
                _bell.Reader.TryRead(out _);
                await TrySendAsync(stoppingToken);
                await Task.Delay(Rest, TimeProvider.System, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("Nothing more is passed on to other nodes: this one closes.");
        }
    }

    /// <summary>A command ends in a moment, and what it did is to be heard nevertheless.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        noticeboard.Published -= Take;
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is null)
            return;
        // However long others took to stop: there is a moment for it, and where it is not enough the others look for themselves.
        using var grace = new CancellationTokenSource(Pause, TimeProvider.System);
        try
        {
            await TrySendAsync(grace.Token);
        }
        catch (OperationCanceledException) when (grace.IsCancellationRequested)
        {
            log.LogWarning("Other nodes were not told in time of what was done here last.");
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _link.Dispose();
    }

    private void Take(IReadOnlyCollection<Notice> notices)
    {
        lock (_lock)
        {
            _waiting.UnionWith(notices);
            if (_waiting.Count > Most)
                _waiting = [Notice.LookAgain];
        }
        _bell.Writer.TryWrite(true);
    }

    private async Task TrySendAsync(CancellationToken stop)
    {
        HashSet<Notice> sent;
        lock (_lock)
            (sent, _waiting) = (_waiting, []);
        if (sent.Count == 0)
            return;
        try
        {
            await _link.SendAsync(sent, stop);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("Other nodes could not be told of what was done here, and are told to look again: {Why}", broken.Message);
            await Task.Delay(Pause, time, stop);
            Take([Notice.LookAgain]);
        }
    }
}

/// <summary>Hears what other processes committed. After a time in which nothing could be heard, everybody here looks again.</summary>
internal sealed class LinkIn(Dialect dialect, ThisNode node, Writer writer, Noticeboard noticeboard, TimeProvider time, ILogger<LinkIn> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly ILink _link = dialect.LinkFor(node, writer);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await foreach (var notices in _link.HearAsync(stoppingToken))
                    noticeboard.Tell(notices);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                log.LogWarning("What other nodes do cannot be heard just now: {Why}", broken.Message);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    public override void Dispose()
    {
        base.Dispose();
        _link.Dispose();
    }
}
