using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Measures;

internal sealed class MeasuresModule : IModule
{
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<QuarterSums>().AddSingleton<MeasuresStore>().AddSingleton<PresenceStore>();
        services.AddHostedService<MeasuresWorker>();
        services.AddSingleton(provider => new MeasuresRebuild(
            provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<Dispatcher>(),
            provider.GetRequiredService<MeasuresStore>()));
        services.AddSingleton<KpiReader>();
        services.Offers(
            typeof(KeepQuarters), typeof(FoldContactsAgain), typeof(MarkQuartersDirty),
            typeof(KpiFigures), typeof(AgentFigures), typeof(ContactsBehind), typeof(MeasuresExtent),
            typeof(ChangeDefinition), typeof(DefinitionHistory));
    }
}
