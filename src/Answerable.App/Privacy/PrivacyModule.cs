using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Privacy;

internal sealed class PrivacyModule : IModule
{
    public void AddTo(IServiceCollection services) => services.Offers(typeof(KnowCustomers), typeof(EraseCustomer));
}
