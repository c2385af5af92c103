using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Planning;

internal sealed class PlanningModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<PlanningRuns>()
        .AddSingleton<IKnownQueues, QueuesPlanned>()
        .AddScoped<JournalCounts.Kinds>()
        .Performs(typeof(MakeForecast), typeof(RehearseDay))
        .Offers(
            typeof(LoadSeries), typeof(RemoveSeries), typeof(JournalCounts), typeof(JournalKnobs), typeof(JournalQueues), typeof(SeriesList),
                typeof(SeriesRecord),
            typeof(BeginForecast), typeof(KeepForecast), typeof(BeginRehearsal), typeof(KeepRehearsal), typeof(StopRun),
            typeof(DayOnBench), typeof(SaveScenario), typeof(RenameScenario), typeof(RemoveScenario));
}
