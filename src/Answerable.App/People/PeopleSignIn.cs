using Answerable.App.Acts;
using Answerable.Model.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.People;

/// <summary>Sign-in on top of the people kept: for the host that serves pages.</summary>
public static class PeopleSignIn
{
    public static IServiceCollection AddPeopleSignIn(this IServiceCollection services)
    {
        services.AddScoped<IUserConfirmation<Credentials>, ActiveOnly>();
        new IdentityBuilder(typeof(Credentials), services).AddSignInManager();
        return services.Configure<IdentityOptions>(options => options.SignIn.RequireConfirmedAccount = true);
    }

    /// <summary>A deactivated person may not sign in, and the next look at the cookie's stamp ends what they had.</summary>
    private sealed class ActiveOnly(Dispatcher dispatcher) : IUserConfirmation<Credentials>
    {
        public async Task<bool> IsConfirmedAsync(UserManager<Credentials> manager, Credentials user) =>
            (await dispatcher.AskAsync(new SessionNow(PersonId.From(user.Id)), Actor.System)).Allowed;
    }
}
