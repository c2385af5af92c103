using Answerable.App.Acts;
using Answerable.Model.People;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Procedures;

/// <summary>
/// Notes, within a minute, that a version published for a later day has taken effect. What is in force does not wait for it:
/// readings go by the dates.
/// </summary>
internal sealed class VersionClock(Dispatcher dispatcher, TimeProvider time, ILogger<VersionClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        try
        {
            while (await minute.WaitForNextTickAsync(stoppingToken))
                await TickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            log.LogDebug("The clock of versions stops with the server.");
        }
    }

    private async Task TickAsync(CancellationToken stop)
    {
        try
        {
            await dispatcher.DoAsync(new SupersedeVersions(), Actor.System, stop);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            log.LogError(broken, "Superseded versions could not be marked; it is tried again in a minute.");
        }
    }
}
