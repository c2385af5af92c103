using Answerable.App.Acts;
using Answerable.App.Operations;
using Answerable.App.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Work;

internal sealed class WorkModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IStands, WorkStands>().AddSingleton<RoundNotes>().AddSingleton<IOnRestore, NodesRestored>()
        .AddSingleton<WorkKinds>().AddSingleton<WorkDesk>().AddSingleton<Performance>()
        .CallsRound(LongWork.Called, "Forecasts, rehearsals and other long work")
        .CallsRound(nameof(ForgetWork), "Clearing the outbox of what was done")
        .AddSingleton<OutboxHand>().AddSingleton(provider => new Leases(provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(new NotCompared("work that waits, and which server does it", "what comes of it is told, and not that it waits",
            typeof(OutboxRow), typeof(RoundRow), typeof(NodeRow), typeof(LeaseRow)))
        .Offers(typeof(TakeWork), typeof(KeepWork), typeof(EndWork), typeof(ForgetWork), typeof(BeatNode), typeof(LeaveNode),
            typeof(TryWorkAgain), typeof(NoteRound));

    public void AddToServer(IServiceCollection services) => services
        .AddSingleton(new Owned(Timetable.Owned)).AddSingleton(new Owned(Leases.Opening)).AddHostedService<NodeBeat>()
        .AddHostedService<OutboxWorker>().AddSingleton<IRound, LongWork>().DoesEachMinute(new ForgetWork())
        .AddTimetable();
}
