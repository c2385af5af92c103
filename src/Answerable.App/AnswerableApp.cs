using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App;

/// <summary>The App as its host takes it: storage, then every module in the order of their names.</summary>
public static class AnswerableApp
{
    internal static IReadOnlyList<IModule> Modules { get; } =
    [
        .. typeof(AnswerableApp).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IModule)) && !type.IsInterface)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IModule)Activator.CreateInstance(type)!),
    ];

    public static IServiceCollection AddAnswerable(this IServiceCollection services, string database, string? keyFile = null)
    {
        services.AddSingleton(TimeProvider.System).AddStorage(database, keyFile).AddActs();
        foreach (var module in Modules)
            module.AddTo(services);
        return services;
    }

    /// <summary>What a server does by itself: carry on imports, miss the absent.</summary>
    public static IServiceCollection AddAnswerableServer(this IServiceCollection services)
    {
        services.AddStorageToServer();
        foreach (var module in Modules)
            module.AddToServer(services);
        return services;
    }
}
