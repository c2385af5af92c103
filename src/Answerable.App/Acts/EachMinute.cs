using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Acts;

/// <summary>An act that is done by itself each minute; one that fails is tried again the next.</summary>
internal sealed class EachMinute<TResult>(IAct<TResult> act, Dispatcher dispatcher, TimeProvider time, ILogger<EachMinute<TResult>> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        try
        {
            while (await minute.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            log.LogDebug("{Act} is not done any more: the server stops.", act);
        }
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await dispatcher.DoAsync(act, Actor.System, stop);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            log.LogError(broken, "{Act} could not be done; it is tried again in a minute.", act);
        }
    }
}

internal static class EachMinute
{
    // Not AddHostedService: that takes two acts of the same result for one.
    public static IServiceCollection DoesEachMinute<TResult>(this IServiceCollection services, IAct<TResult> act) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<EachMinute<TResult>>(provider, act));
}
