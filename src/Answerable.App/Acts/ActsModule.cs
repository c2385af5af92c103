using System.Reflection;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Acts;

internal static class ActsModule
{
    public static IServiceCollection AddActs(this IServiceCollection services) => services.AddSingleton(provider => new Dispatcher(
        provider,
        provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
        provider.GetRequiredService<Writer>(),
        provider.GetRequiredService<IOrigins>(), provider.GetRequiredService<ISessions>(),
        provider.GetRequiredService<IWitness>(),
        provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Instruments>()));

    /// <summary>
    /// Registers every handler and answer nested in the acts and readings given: a module's contents page is a list of names.
    /// </summary>
    public static IServiceCollection Offers(this IServiceCollection services, params Type[] actsAndReadings)
    {
        foreach (var offered in actsAndReadings)
            foreach (var nested in offered.GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public))
                foreach (var role in nested.GetInterfaces().Where(role => role.IsGenericType))
                    services.Offer(role, nested);
        return services;
    }

    private static void Offer(this IServiceCollection services, Type role, Type nested)
    {
        var (kind, of) = (role.GetGenericTypeDefinition(), role.GetGenericArguments());
        if (kind == typeof(IHandle<,>))
            services.AddSingleton(typeof(IDo<,>).MakeGenericType(of), typeof(InOnePhase<,>).MakeGenericType(of));
        else if (kind == typeof(IHandle<,,>))
            services.AddSingleton(typeof(IDo<,>).MakeGenericType(of[0], of[2]), typeof(InTwoPhases<,,>).MakeGenericType(of));
        else if (kind != typeof(IAnswer<,>))
            return;
        services.AddSingleton(role, nested);
    }
}
