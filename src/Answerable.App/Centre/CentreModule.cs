using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Centre;

internal sealed class CentreModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton(provider =>
            new CentreInForce(provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(CentreRow.Needed).AddSingleton<KnownQueues>()
        .Offers(
            typeof(ChangeCentre), typeof(ChangeOpeningWeek), typeof(RemoveOpeningWeek), typeof(SetSpecialDay), typeof(RemoveSpecialDay),
            typeof(CentreRecord), typeof(NoteAddress), typeof(CentreAddress));
}
