using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Conduct;

internal static class ConductModule
{
    public static IServiceCollection AddConduct(this IServiceCollection services) => services.Offers(
        typeof(StartContact), typeof(TakeContact), typeof(ChooseType), typeof(RecordCustomer),
        typeof(DoStep), typeof(AnswerDecision), typeof(GoBack), typeof(SkipStep), typeof(MakeNote),
        typeof(HoldContact), typeof(RetrieveContact), typeof(EndContact), typeof(FinishWrap), typeof(LeaveWalk), typeof(ResumeWalk),
        typeof(ReferContact), typeof(AcceptReferral), typeof(DecideReferral), typeof(PassReferralOn), typeof(WithdrawReferral), typeof(WithdrawFromDesk),
        typeof(ChangePresence),
        typeof(DeskQueue), typeof(DeskContact), typeof(ReferralList), typeof(ReferralRecord));
}
