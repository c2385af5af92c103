using Answerable.App.Acts;
using Answerable.Model.People;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Conduct;

/// <summary>Each server writes down by itself whom it has seen, twice a minute and as it closes: nobody else knows.</summary>
internal sealed class AttendanceKeeping(Attendance attendance, Dispatcher dispatcher, TimeProvider time, ILogger<AttendanceKeeping> log)
    : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Between, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await TryAsync();
        }
    }

    private async Task TryAsync()
    {
        if (attendance.Lately().Count == 0)
            return;
        try
        {
            await dispatcher.DoAsync(new KeepAttendance(), Actor.System, CancellationToken.None);
        }
        catch (Exception broken)
        {
            log.LogWarning("Who is there could not be written down; it is tried again in a moment: {Why}", broken.Message);
        }
    }
}
