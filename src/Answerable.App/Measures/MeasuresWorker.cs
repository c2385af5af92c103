using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Measures;

/// <summary>Adds up in the background, so that a reading seldom has to; once it has caught up it rests four times as long as it worked, so that it
/// leaves the machine to the work itself. One server does it; the others' readings find it done.</summary>
internal sealed class MeasuresWorker(MeasuresStores stores, Leases leases, TimeProvider time, DatabaseDoor door, ILogger<MeasuresWorker> log)
    : BackgroundService
{
    public const string Owned = "sums";
    private const int RestForWork = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var rest = Pause; ;)
            {
                await Task.Delay(rest, time, stoppingToken);
                var begun = time.GetTimestamp();
                var left = await TryAsync(stoppingToken);
                var earned = time.GetElapsedTime(begun) * RestForWork;
                rest = left == 0 && earned > Pause ? earned : Pause;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("No more measures are added up: the centre closes.");
        }
    }

    private async Task<int> TryAsync(CancellationToken stop)
    {
        try
        {
            var left = 0;
            foreach (var store in leases.Holds(Owned) ? stores.All : [])
                left += await store.AddUpAsync(Pause, stop);
            return left;
        }
        // A database that goes away is told of in more than one way, and nothing that befalls the sums may end the server.
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            door.Report(log, broken, "Measures could not be added up; they stay marked and are tried again.");
            return 0;
        }
    }
}
