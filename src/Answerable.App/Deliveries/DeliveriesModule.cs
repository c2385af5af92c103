using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Deliveries;

internal sealed class DeliveriesModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<AgentDirectory>()
        .AddSingleton<ContactTypeDirectory>()
        .AddSingleton(provider => new ContactDeliveries(
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<Dispatcher>(),
            provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<AgentDirectory>(),
            provider.GetRequiredService<ContactTypeDirectory>(),
            provider.GetRequiredService<IOrigins>(),
            provider.GetRequiredService<TimeProvider>()))
        .Offers(typeof(DeliveredContact));
}
