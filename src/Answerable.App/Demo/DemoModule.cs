using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Demo;

internal sealed class DemoModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton(provider => new DemoCentre(
            provider,
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<TimeProvider>()))
        .Offers(typeof(DemoPresent));
}
