using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Contacts;
using Answerable.App.Home;
using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Measures;

internal sealed class MeasuresModule : IModule
{
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IComparison, ContactsCompared>().AddSingleton<IComparison, SumsCompared>()
            .AddSingleton<IComparison, DefinitionsCompared>();
        services.AddSingleton(new NotCompared("what waits to be added up", "it goes by itself", typeof(MeasuresDirtyRow), typeof(MeasuresFollowRow)));
        services.AddSingleton<QuarterSums>().AddSingleton<JournalFollower>().AddSingleton<SumsKeeper>();
        services.AddSingleton<PresenceLines>().AddSingleton<TeamTimes>().AddSingleton<IContribution, TimeContribution>();
        services.AddSingleton<IHearContacts, DirtyQuarters>().AddSingleton<IContribution, ContactContribution>().AddSingleton<MeasuresStores>();
        services.AddSingleton(provider => provider.GetRequiredService<MeasuresStores>().Of(ContactMeasures.Family));
        services.AddSingleton<IPlaces, KpiPlaces>().AddSingleton<IKnownQueues, QueuesMeasured>();
        services.AddSingleton(provider => new MeasuresRebuild(
            provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<Dispatcher>(),
            provider.GetRequiredService<MeasuresStores>(),
            provider.GetRequiredService<SumsKeeper>()));
        services.AddSingleton(MeasuresMemory.Usual).AddSingleton<QuarterPass>().AddSingleton<KpiReader>();
        services.Offers(
            typeof(KeepQuarters), typeof(NumberNames), typeof(FollowJournal), typeof(FoldContactsAgain), typeof(MarkQuartersDirty),
            typeof(KpiFigures), typeof(KpiBoard), typeof(AgentFigures), typeof(ContactsBehind), typeof(MeasuresExtent),
            typeof(ChangeDefinition), typeof(DefinitionHistory));
    }

    /// <summary>A command adds up what it is asked for, and no more.</summary>
    public void AddToServer(IServiceCollection services) =>
        services.AddSingleton(new Owned(MeasuresWorker.Owned)).AddHostedService<MeasuresWorker>();
}
