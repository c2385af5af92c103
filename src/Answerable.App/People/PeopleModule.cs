using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.App.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.People;

internal sealed class PeopleModule : IModule
{
    public void AddTo(IServiceCollection services)
    {
        services.AddIdentityCore<Credentials>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<AnswerableDb>()
            .AddDefaultTokenProviders();
        services.AddSingleton<INeeds, PeopleNeeds>().Offers(
            typeof(InvitePerson), typeof(RenewInvitation), typeof(InvitationInForce), typeof(AcceptInvitation),
            typeof(PlacePerson), typeof(DeactivatePerson), typeof(ReactivatePerson), typeof(FormTeam),
            typeof(ChangePassword), typeof(NoteSecondFactor), typeof(NoteSignIn),
            typeof(PeopleList), typeof(PersonRecord), typeof(SessionNow));
    }
}
