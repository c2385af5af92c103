using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Work;

internal sealed class WorkModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<WorkKinds>().AddSingleton<WorkDesk>().AddSingleton<Performance>()
        .AddSingleton<OutboxHand>().AddSingleton(provider => new Leases(provider.GetRequiredService<TimeProvider>()))
        .Offers(typeof(TakeWork), typeof(KeepWork), typeof(EndWork), typeof(ForgetWork), typeof(BeatNode), typeof(LeaveNode));

    public void AddToServer(IServiceCollection services) => services
        .AddSingleton(new Owned(Timetable.Owned)).AddSingleton(new Owned(Leases.Opening)).AddHostedService<NodeBeat>()
        .AddHostedService<OutboxWorker>().AddSingleton<IRound, LongWork>().DoesEachMinute(new ForgetWork())
        .AddTimetable();
}
