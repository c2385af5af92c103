using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.App.Measures;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Conduct;

internal sealed class ConductModule : IModule
{
    public void AddTo(IServiceCollection services) =>
        services.AddSingleton<Attendance>().AddSingleton<RoleTimes>().AddSingleton<IContribution, StepContribution>()
        .AddSingleton<INeeds, ReferralNeeds>().AddSingleton<INeeds, ContactNeeds>().AddSingleton<IPlaces, ContactPlaces>().Offers(
        typeof(StartContact), typeof(TakeContact), typeof(ChooseType), typeof(RecordCustomer),
        typeof(DoStep), typeof(AnswerDecision), typeof(GoBack), typeof(SkipStep), typeof(MakeNote),
        typeof(HoldContact), typeof(RetrieveContact), typeof(EndContact), typeof(FinishWrap), typeof(LeaveWalk), typeof(ResumeWalk),
        typeof(ReferContact), typeof(AcceptReferral), typeof(DecideReferral), typeof(PassReferralOn), typeof(WithdrawReferral),
            typeof(WithdrawFromDesk),
        typeof(ChangePresence), typeof(SignOutAbsent),
        typeof(WholeDesk), typeof(DeskQueue), typeof(DeskContact), typeof(DeskHands), typeof(ReferralList), typeof(ReferralRecord),
        typeof(StepFigures));

    /// <summary>The server misses the absent; the command line, which sees nobody's pages, does not.</summary>
    public void AddToServer(IServiceCollection services) => services.DoesEachMinute(new SignOutAbsent());
}
