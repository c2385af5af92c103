using System.Security.Claims;
using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Answerable.Web.People;

/// <summary>Puts a person's name, team and roles into the cookie.</summary>
internal sealed class PersonClaims(UserManager<Credentials> people, Dispatcher dispatcher, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Credentials>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Credentials user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var session = (await dispatcher.AskAsync(new SessionNow(PersonId.From(user.Id)), Actor.System)).Value;
        identity.AddClaim(new Claim(ActorOf.Name, session.Name));
        foreach (var role in session.Roles)
            identity.AddClaim(new Claim(identity.RoleClaimType, role.ToString()));
        if (session.Team is { } team)
            identity.AddClaim(new Claim(ActorOf.Team, team.ToString()));
        return identity;
    }
}
