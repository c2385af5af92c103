using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Journal;

internal sealed class JournalModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IOrigins, Origins>().Offers(typeof(JournalVerification), typeof(JournalAnchor));
}
