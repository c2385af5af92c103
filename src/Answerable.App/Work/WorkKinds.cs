using System.Reflection;
using Answerable.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Work;

/// <summary>One kind of work this server can do.</summary>
internal abstract class WorkKind(WorkNameAttribute named)
{
    public string Name => named.Name;
    public Track Track => named.Track;
    public int MostAttempts => named.MostAttempts;

    public abstract Task<Outcome<Done>> PerformAsync(IServiceProvider services, string body, WorkInHand hand, CancellationToken stop);

    public static string NameOf(Type work) => Named(work).Name;

    protected static WorkNameAttribute Named(Type work) =>
        work.GetCustomAttribute<WorkNameAttribute>() ?? throw new InvalidOperationException($"{work.Name} has no [WorkName].");
}

internal sealed class WorkKind<TWork>() : WorkKind(Named(typeof(TWork))) where TWork : IWork
{
    public override Task<Outcome<Done>> PerformAsync(IServiceProvider services, string body, WorkInHand hand, CancellationToken stop) =>
        services.GetRequiredService<IPerform<TWork>>().PerformAsync(WorkJson.Read<TWork>(body), hand, stop);
}

/// <summary>All kinds of work this server can do. Others' rows are left to the servers that know them.</summary>
internal sealed class WorkKinds(IEnumerable<WorkKind> kinds)
{
    private readonly Dictionary<string, WorkKind> _kinds = kinds.ToDictionary(kind => kind.Name);

    public WorkKind this[string name] => _kinds[name];

    public string[] Of(Track track) => [.. _kinds.Values.Where(kind => kind.Track == track).Select(kind => kind.Name)];
}

internal static class PerformingWork
{
    /// <summary>Registers the performers nested in the work given.</summary>
    public static IServiceCollection Performs(this IServiceCollection services, params Type[] work)
    {
        foreach (var kind in work)
            foreach (var nested in kind.GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public)
                .Where(nested => nested.IsAssignableTo(typeof(IPerform<>).MakeGenericType(kind))))
                services.AddSingleton(typeof(IPerform<>).MakeGenericType(kind), nested)
                    .AddSingleton(typeof(WorkKind), typeof(WorkKind<>).MakeGenericType(kind));
        return services;
    }
}
