using Answerable.App.Acts;
using Answerable.App.Operations;
using Answerable.App.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Journal;

internal sealed class JournalModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IOrigins, Origins>().AddSingleton(_ => new AnchorPost())
        .CallsRound(AnchorRound.Called, "Sending the journal's anchor of the day")
        .AddSingleton<IStands, AnchorStands>().AddSingleton<IComparison, CentreCompared>()
        .Offers(typeof(JournalVerification), typeof(JournalAnchor), typeof(ChangeAnchoring), typeof(Anchoring), typeof(NoteAnchor));

    public void AddToServer(IServiceCollection services) => services.AddSingleton<IRound, AnchorRound>();
}
