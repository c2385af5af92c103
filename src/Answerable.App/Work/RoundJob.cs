using Answerable.App.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Answerable.App.Work;

/// <summary>A round, as the timetable's library has it done: on whichever server is free, and never twice at once.</summary>
[DisallowConcurrentExecution]
internal sealed class RoundJob(
    IEnumerable<IRound> rounds, IHostApplicationLifetime lifetime, RoundNotes notes, DatabaseDoor door, ILogger<RoundJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var name = context.JobDetail.Key.Name;
        // One that this server does not know is of another version, whose servers see to it.
        if (rounds.FirstOrDefault(round => round.Name == name) is not { } round)
            return;
        try
        {
            await notes.FollowAsync(round, Task.Run(() => round.GoAsync(either.Token), either.Token), either.Token);
            await notes.WentWellAsync(round, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            log.LogDebug("{Round} is gone on with by another server, or at the next start.", name);
        }
        catch (Exception broken)
        {
            door.Report(log, broken, $"{name} could not be done; it is tried again in its time.");
            await notes.BrokeOffAsync(round, broken, either.Token);
        }
    }
}
