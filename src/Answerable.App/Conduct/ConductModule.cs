using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.App.Privacy;
using Answerable.App.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Conduct;

internal sealed class ConductModule : IModule
{
    public void AddTo(IServiceCollection services) =>
        services.AddSingleton<Attendance>().AddSingleton<RoleTimes>().AddSingleton<IContribution, StepContribution>()
        .AddSingleton<INeeds, ReferralNeeds>().AddSingleton<IFirstStep, FirstContact>()
        .AddSingleton<INeeds, ContactNeeds>().AddSingleton<IPlaces, ContactPlaces>()
        .AddSingleton<IComparison, DecisionsCompared>().AddSingleton<IComparison, ReferralsCompared>().AddSingleton<IComparison, NotesCompared>()
        .AddSingleton<IComparison, HandlingsCompared>().AddSingleton<IComparison, CasesCompared>()
        .AddSingleton<IComparison, WalksCompared>().AddSingleton<IComparison, PresencesCompared>()
        .AddSingleton(new NotCompared("what stands on a desk beside who has it", "it is kept for the desk alone"))
        .AddSingleton(new NotCompared("whose customer a case is", "it follows the contacts of the case"))
        .AddSingleton(new NotCompared("when people were last seen", "the journal is told when they went away", typeof(AttendanceRow)))
        .AddSingleton<IEraseToo, ErasedOnDesks>()
        .CallsRound(nameof(SignOutAbsent), "Signing out of the desk those who went away")
        .CallsRound(nameof(PutDownContacts), "Putting down contacts of those who work here no more")
        .CallsRound(nameof(CloseUnwrapped), "Closing after-contact work that nobody ended")
        .AddSingleton<IFollowPerson, ContactsFollow>().Offers(
        typeof(StartContact), typeof(TakeContact), typeof(ChooseType), typeof(RecordCustomer),
        typeof(DoStep), typeof(AnswerDecision), typeof(GoBack), typeof(SkipStep), typeof(MakeNote),
        typeof(HoldContact), typeof(RetrieveContact), typeof(EndContact), typeof(FinishWrap), typeof(LeaveWalk), typeof(ResumeWalk),
        typeof(ReferContact), typeof(AcceptReferral), typeof(DecideReferral), typeof(PassReferralOn), typeof(WithdrawReferral),
            typeof(WithdrawFromDesk),
        typeof(ChangePresence), typeof(LeaveDesk), typeof(ReturnToDesk), typeof(SignOutAbsent), typeof(KeepAttendance), typeof(PutDownContacts),
        typeof(CloseUnwrapped),
        typeof(WholeDesk), typeof(DeskQueue), typeof(DeskContact), typeof(DeskHands), typeof(ReferralList), typeof(ReferralRecord),
        typeof(ReferralStanding), typeof(ContactNotes),
        typeof(StepFigures));

    /// <summary>
    /// One server misses the absent, by what all have seen; the command line, which sees nobody's pages, does not. What is put down follows a
    /// deactivation at once; each minute it is looked for besides, for whoever was deactivated before there was any following, or took a contact at
    /// that very moment.
    /// </summary>
    public void AddToServer(IServiceCollection services) => services
        .AddHostedService<AttendanceKeeping>().DoesEachMinute(new SignOutAbsent()).DoesEachMinute(new PutDownContacts())
        .DoesEachMinute(new CloseUnwrapped());
}
