using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Work;

/// <summary>
/// Says every other second that this server is here. That is a write like any other, so it is known by it as well whether the database takes
/// writing.
/// </summary>
internal sealed class NodeBeat(
    ThisNode node, Leases leases, IEnumerable<Owned> owned, Dispatcher dispatcher, Noticeboard noticeboard, TimeProvider time,
    DatabaseDoor door, ILogger<NodeBeat> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly string[] _wanted = [.. owned.Select(work => work.Name)];
    private bool _away;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var left = noticeboard.Open([Leases.Topic]);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(stoppingToken);
            await PauseAsync(left, stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        leases.LetGo();
        try
        {
            await dispatcher.DoAsync(new LeaveNode(node.Id), Actor.System, cancellationToken);
        }
        catch (Exception broken)
        {
            log.LogInformation("What this server had is taken over in a while, for it could not say that it goes: {Why}", broken.Message);
        }
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            var begun = time.GetTimestamp();
            var held = await dispatcher.DoAsync(new BeatNode(node.Id, node.Name, _wanted), Actor.System, stop);
            leases.Keep(begun, held.Value);
            if (_away)
                log.LogWarning("The database takes writing again.");
            _away = false;
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            leases.Fail();
            if (!_away)
                door.Report(log, broken, "The database takes no writing; it is tried again every other second.");
            _away = true;
        }
        catch (OperationCanceledException)
        {
            log.LogDebug("This server says no more that it is here: it closes.");
        }
    }

    /// <summary>A pause, shorter where another server lets go of what it had.</summary>
    private async Task PauseAsync(Noticeboard.Listener left, CancellationToken stop)
    {
        using var pause = new CancellationTokenSource(Pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, stop);
        try
        {
            await left.HeardAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            log.LogTrace("Nobody let go of anything.");
        }
    }
}
