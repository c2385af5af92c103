using Answerable.App.Acts;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Work;

/// <summary>
/// Work that is done again and again, by one server at a time: it looks through the rows for what is to do, and does it. So it may be begun once
/// too often, and after a kill is begun anew by another server.
/// </summary>
internal interface IRound
{
    string Name { get; }
    TimeSpan Every { get; }

    /// <summary>Told where there is something to do before its time; none where it keeps its time.</summary>
    string? Topic => null;

    Task GoAsync(CancellationToken stop);
}

/// <summary>An act that is done by itself each minute; one that fails is tried again the next.</summary>
internal sealed class ActRound<TResult>(IAct<TResult> act, Dispatcher dispatcher) : IRound
{
    public string Name { get; } = act.GetType().Name;
    public TimeSpan Every { get; } = TimeSpan.FromMinutes(1);

    public Task GoAsync(CancellationToken stop) => dispatcher.DoAsync(act, Actor.System, stop);
}

internal static class Rounds
{
    public static IServiceCollection DoesEachMinute<TResult>(this IServiceCollection services, IAct<TResult> act) =>
        services.AddSingleton<IRound>(provider => ActivatorUtilities.CreateInstance<ActRound<TResult>>(provider, act));
}
