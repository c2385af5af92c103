using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.People;

/// <summary>Sign-in on top of the people kept: for the host that serves pages.</summary>
public static class PeopleSignIn
{
    public static IServiceCollection AddPeopleSignIn(this IServiceCollection services)
    {
        services.AddScoped<IUserConfirmation<Person>, ActiveOnly>();
        new IdentityBuilder(typeof(Person), typeof(IdentityRole<Guid>), services).AddSignInManager();
        return services.Configure<IdentityOptions>(options => options.SignIn.RequireConfirmedAccount = true);
    }

    /// <summary>A deactivated person may not sign in, and the next look at the cookie's stamp ends what they had.</summary>
    private sealed class ActiveOnly : IUserConfirmation<Person>
    {
        public Task<bool> IsConfirmedAsync(UserManager<Person> manager, Person user) => Task.FromResult(user.DeactivatedAt is null);
    }
}
