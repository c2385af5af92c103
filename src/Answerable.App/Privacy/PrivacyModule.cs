using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Privacy;

internal static class PrivacyModule
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services.Offers(typeof(KnowCustomers), typeof(EraseCustomer));
}
