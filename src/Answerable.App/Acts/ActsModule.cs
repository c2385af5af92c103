using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Acts;

internal static class ActsModule
{
    /// <summary>
    /// Registers every handler and answer nested in the acts and readings given: a module's contents page is a list of names.
    /// </summary>
    public static IServiceCollection Offers(this IServiceCollection services, params Type[] actsAndReadings)
    {
        foreach (var offered in actsAndReadings)
            foreach (var nested in offered.GetNestedTypes(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public))
                foreach (var role in nested.GetInterfaces().Where(IsHandling))
                    services.AddSingleton(role, nested);
        return services;
    }

    private static bool IsHandling(Type role) => role.IsGenericType
        && (role.GetGenericTypeDefinition() == typeof(IHandle<,>) || role.GetGenericTypeDefinition() == typeof(IAnswer<,>));
}
