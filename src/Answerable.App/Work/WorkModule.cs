using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Work;

internal sealed class WorkModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<WorkKinds>().AddSingleton<WorkDesk>().AddSingleton<Performance>()
        .Offers(typeof(TakeWork), typeof(KeepWork), typeof(EndWork), typeof(ForgetWork));

    public void AddToServer(IServiceCollection services) => services.AddHostedService<OutboxWorker>().DoesEachMinute(new ForgetWork());
}
