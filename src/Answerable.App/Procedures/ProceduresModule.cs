using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.Contacts;
using Answerable.App.Home;
using Answerable.App.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Procedures;

internal sealed class ProceduresModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<INeeds, ProcedureNeeds>()
        .AddSingleton<INeeds, StuckNeeds>()
        .AddSingleton<IDecisionUses, DecisionsInProcedures>()
        .AddSingleton<IFirstStep, FirstContactType>()
        .AddSingleton<IFirstStep, FirstPublication>()
        .AddSingleton<IComparison, ChartsCompared>().AddSingleton<IComparison, PublicationsCompared>()
        .AddSingleton<IComparison, ProceduresCompared>().AddSingleton<IComparison, ContactTypesCompared>()
        .AddSingleton(new NotCompared("drafts and their edits", "the journal is told that a draft was edited, and of its chart once it is published",
            typeof(EditRow)))
        .AddSingleton<IPlaces, ProcedurePlaces>()
        .AddSingleton<IContactNames, NamesForContacts>()
        .CallsRound(nameof(SupersedeVersions), "Marking versions as superseded")
        .Offers(
            typeof(DefineContactType), typeof(ChangeContactType),
            typeof(DraftProcedure), typeof(DraftNextVersion), typeof(EditVersion), typeof(UndoEdit),
            typeof(AdoptStarter), typeof(Starters), typeof(WithdrawVersion), typeof(PublishVersion), typeof(SupersedeVersions),
            typeof(ContactTypes), typeof(ContactTypeRecord), typeof(ProcedureRecord), typeof(VersionRecord),
            typeof(VersionComparison), typeof(Publications), typeof(ChartOf), typeof(ProcedureInForce));

    /// <summary>What is in force does not wait for it: readings go by the dates.</summary>
    public void AddToServer(IServiceCollection services) => services.DoesEachMinute(new SupersedeVersions());
}
