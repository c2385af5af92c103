using Answerable.App.Acts;
using Answerable.App.Operations;
using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Journal;

internal sealed class JournalModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IOrigins, Origins>().AddSingleton(_ => new AnchorPost()).AddSingleton<IOnRestore, AnchorsRestored>()
        .CallsRound(AnchorRound.Called, "Sending the journal's anchor of the day")
        .AddSingleton<IStands, AnchorStands>().AddSingleton<IComparison, CentreCompared>()
        .AddSingleton<IComparison, AnchoringCompared>().AddSingleton<IComparison, MailSettingsCompared>()
        .AddSingleton(JournalHeadRow.Needed).AddSingleton(AnchoringRow.Needed)
        .AddSingleton(new NotCompared("the chain and its key", "they are what all is held against, and are read before anything is compared",
            typeof(JournalRow), typeof(JournalHeadRow), typeof(ChainKeyRow)))
        .AddSingleton(new NotCompared("where anchors go, and which were sent", "the journal is told the kinds of places only",
            typeof(AnchorSendingRow)))
        .AddSingleton(new NotCompared("the centre's address", "each server that is started says its own: it stands in links of invitations"))
        .AddSingleton(new NotCompared("under what name somebody made a key, series, scenario or definition", "the journal is told the person"))
        .AddSingleton(new NotCompared("keys of cookies and forms", "the journal is not told of them", typeof(StorageKeyRow)))
        .Offers(typeof(JournalVerification), typeof(JournalAnchor), typeof(ChangeAnchoring), typeof(Anchoring), typeof(NoteAnchor));

    public void AddToServer(IServiceCollection services) => services.AddSingleton<IRound, AnchorRound>();
}
