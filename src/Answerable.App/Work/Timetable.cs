using Answerable.App.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Answerable.App.Work;

/// <summary>
/// Has the rounds done in their time, and before it where there is something to do. On PostgreSQL all servers keep one timetable, and what a dead
/// one had begun is begun by another; on a SQLite file, where there is one server, it is kept in memory. What there is to do stands in the rows.
/// </summary>
internal sealed class Timetable(
    ISchedulerFactory schedulers, IEnumerable<IRound> rounds, Leases leases, Noticeboard noticeboard, TimeProvider time, ILogger<Timetable> log)
    : BackgroundService
{
    public const string Owned = "timetable";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Where the database is away the timetable cannot be closed, and nobody waits for it.</summary>
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(2);
    private readonly IRound[] _rounds = [.. rounds];

    /// <summary>From the moment it is there, so that it is closed though it never came to work.</summary>
    private IScheduler? _scheduler;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var told = noticeboard.Open([.. _rounds.Select(round => round.Topic).OfType<string>()]);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                var scheduler = await OpenAsync(stoppingToken);
                var topics = (await told.HeardAsync(stoppingToken)).Select(notice => notice.Topic).ToHashSet();
                // One server is enough to see to it.
                if (leases.Holds(Owned))
                    foreach (var round in _rounds.Where(round => round.Topic is { } topic && topics.Contains(topic)))
                        await scheduler.TriggerJob(Key(round), cancellationToken: stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                log.LogWarning("The timetable could not be looked into, and is again in a moment: {Why}", broken.Message);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    /// <summary>What is under way hears that the server closes, lays down what it has and is waited for.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            if (_scheduler is not null)
                await Task.Run(async () => await _scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None), CancellationToken.None)
                    .WaitAsync(Closing, cancellationToken);
        }
        catch (Exception broken) when (broken is TimeoutException || !cancellationToken.IsCancellationRequested)
        {
            log.LogInformation("The timetable could not be closed tidily: {Why}", broken.Message);
        }
    }

    private async Task<IScheduler> OpenAsync(CancellationToken stop)
    {
        var scheduler = _scheduler ??= await schedulers.GetScheduler(stop);
        if (scheduler.Status == SchedulerStatus.Running)
            return scheduler;
        foreach (var round in _rounds)
            await scheduler.ScheduleJob(
                JobBuilder.Create<RoundJob>().WithIdentity(Key(round)).RequestRecovery().StoreDurably().Build(),
                [TriggerBuilder.Create().WithIdentity(round.Name).ForJob(Key(round)).StartNow()
                    .WithSimpleSchedule(schedule => schedule.WithInterval(round.Every).RepeatForever()).Build()],
                new ScheduleJobOptions { Replace = true }, stop);
        await scheduler.Start(stop);
        return scheduler;
    }

    private static JobKey Key(IRound round) => new(round.Name);
}
