using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.People;

internal sealed class PeopleModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IPasswordHasher<Credentials>, PasswordHasher<Credentials>>()
        .AddSingleton<PasswordJudge>()
        .AddSingleton(SecondFactorRows.Wrapped).AddSingleton(SignInRulesRow.Needed)
        .AddSingleton(provider => new Sessions(provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<Noticeboard>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ISessions>(provider => provider.GetRequiredService<Sessions>())
        .AddSingleton(provider => new IdleLimit(provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new Passkeys(provider.GetRequiredService<IDbContextFactory<AnswerableDb>>()))
        .AddSingleton(new SignInLimits())
        .AddSingleton<INeeds, PeopleNeeds>()
        .AddSingleton<IFirstStep, FirstColleague>()
        .AddSingleton<IComparison, RolesCompared>().AddSingleton<IComparison, NamesCompared>()
        .AddSingleton<IComparison, CountersignaturesCompared>().AddSingleton<IComparison, TeamsCompared>()
        .AddSingleton<IComparison, SignInRulesCompared>().AddSingleton<IComparison, SecondFactorsCompared>()
        .AddSingleton<IComparison, PasskeysCompared>()
        .AddSingleton(new NotCompared("sessions and wrong tries", "the journal is told of signing in and out, and not by which session",
            typeof(SessionRow), typeof(WrongTryRow)))
        .AddSingleton(new NotCompared("passwords, e-mail addresses, and what opens a second factor or passkey", "nothing of them is told",
            typeof(IdentityUserClaim<PersonId>), typeof(IdentityUserLogin<PersonId>), typeof(IdentityUserToken<PersonId>)))
        .AddSingleton(new NotCompared("invitations", "the journal is told that somebody was invited, and not by which link",
            typeof(InvitationRow)))
        .AddSingleton<IPlaces, PeoplePlaces>()
        .AddSingleton<INeeds, CountersignNeeds>()
        .AddSingleton<ICountersigned, TakeSecondFactorOff.Together>()
        .AddSingleton<ICountersigned, PlacePerson.Together>()
        .Performs(typeof(PersonFollowed))
        .Offers(
            typeof(InvitePerson), typeof(RenewInvitation), typeof(MailInvitation), typeof(InvitationInForce), typeof(AcceptInvitation),
            typeof(PlacePerson), typeof(DeactivatePerson), typeof(ReactivatePerson), typeof(FormTeam),
            typeof(SignIn), typeof(SignInByCode), typeof(SignOut), typeof(OwnSessions), typeof(EndOwnSessions), typeof(EndSessionsOf),
            typeof(SignInRules), typeof(TakeSecondFactorOff), typeof(Propose), typeof(Countersign), typeof(Countersignatures),
            typeof(ChangeSignInRules), typeof(OwnPasskeys), typeof(AddPasskey), typeof(RenamePasskey), typeof(RemovePasskey), typeof(SignInByPasskey),
            typeof(OwnAccount), typeof(ChangePassword), typeof(TurnSecondFactorOn), typeof(TurnSecondFactorOff),
            typeof(PeopleList), typeof(PersonRecord), typeof(DeactivationForeseen));
}
