using System.Security.Claims;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.Web.Shared;

/// <summary>Reads who acts from the signed-in cookie.</summary>
internal static class ActorOf
{
    public const string Name = "answerable:name";
    private const string Team = "answerable:team";

    /// <summary>The stamp a session stands under. The name is one that sessions begun before the upgrade carry too.</summary>
    public const string Stamp = "AspNet.Identity.SecurityStamp";

    /// <summary>Which of the person's sessions it is; those begun before the upgrade have none.</summary>
    public const string Number = "answerable:session";

    public static Actor? User(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;
        var roles = user.FindAll(ClaimTypes.Role).Select(claim => ByName.Kept<Role>(claim.Value)).ToArray();
        TeamId? team = Guid.TryParse(user.FindFirstValue(Team), out var known) ? TeamId.From(known) : null;
        var session = ClaimOf(user);
        return Actor.Of(PersonId.From(id), user.FindFirstValue(Name) ?? "", roles, team) with { Stamp = session?.Stamp, Session = session?.Id };
    }

    /// <summary>The team is put to each request, as it is now: sessions begun before the upgrade carry the one there was then.</summary>
    public static void Put(ClaimsPrincipal user, TeamId? team)
    {
        var identity = (ClaimsIdentity)user.Identity!;
        foreach (var before in identity.FindAll(Team).ToArray())
            identity.RemoveClaim(before);
        if (team is { } now)
            identity.AddClaim(new Claim(Team, now.ToString()));
    }

    /// <summary>What a request says its session is; null where nobody is signed in.</summary>
    public static Session.Claim? ClaimOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && user.FindFirstValue(Stamp) is { } stamp
            ? new Session.Claim(PersonId.From(id), stamp, Guid.TryParse(user.FindFirstValue(Number), out var known) ? SessionId.From(known) : null)
            : null;
}
