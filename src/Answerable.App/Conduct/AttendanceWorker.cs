using Answerable.App.Acts;
using Answerable.Model.People;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Conduct;

/// <summary>Looks each minute for those who went without signing out.</summary>
internal sealed class AttendanceWorker(Dispatcher dispatcher, TimeProvider time, ILogger<AttendanceWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        try
        {
            while (await minute.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            log.LogDebug("Nobody is looked for any more: the server stops.");
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await dispatcher.DoAsync(new SignOutAbsent(), Actor.System, stop);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            log.LogError(broken, "Those who are absent could not be signed out; it is tried again in a minute.");
        }
    }
}
