using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Rehearsal;

internal sealed class RehearsalModule : IModule
{
    public void AddTo(IServiceCollection services) => services.Offers(typeof(RehearsalGround));
}
