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
        .AddSingleton<IComparison, SeriesCompared>().AddSingleton<IComparison, ScenariosCompared>()
        .AddSingleton(new NotCompared("the counts of series, forecasts and what rehearsals came to",
            "the journal is told how many counts there are and what came of it in short", typeof(RehearsalRow)))
        .Performs(typeof(MakeForecast), typeof(RehearseDay))
        .Offers(
            typeof(LoadSeries), typeof(RemoveSeries), typeof(JournalCounts), typeof(JournalKnobs), typeof(JournalQueues), typeof(SeriesList),
                typeof(SeriesRecord),
            typeof(BeginForecast), typeof(KeepForecast), typeof(BeginRehearsal), typeof(KeepRehearsal), typeof(StopRun),
            typeof(DayOnBench), typeof(SaveScenario), typeof(RenameScenario), typeof(RemoveScenario));
}
