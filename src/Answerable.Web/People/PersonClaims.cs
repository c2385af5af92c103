using System.Security.Claims;
using Answerable.App.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Answerable.Web.People;

/// <summary>Puts a person's name and team into the cookie, beside the roles.</summary>
internal sealed class PersonClaims(UserManager<Person> people, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person, IdentityRole<Guid>>(people, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ActorOf.Name, user.DisplayName));
        if (user.TeamId is { } team)
            identity.AddClaim(new Claim(ActorOf.Team, team.ToString()));
        return identity;
    }
}
