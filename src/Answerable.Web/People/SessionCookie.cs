using System.Globalization;
using System.Security.Claims;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Answerable.Web.People;

/// <summary>A session as the browser carries it: who acts, in which roles, and the stamp it stands under.</summary>
internal static class SessionCookie
{
    public static readonly string Scheme = IdentityConstants.ApplicationScheme;
    public static readonly string HalfWayScheme = IdentityConstants.TwoFactorUserIdScheme;

    /// <summary>When a session was opened; those begun before the upgrade do not say, and are not renewed.</summary>
    private const string Opened = "answerable:opened";

    /// <summary>Where a second factor is owed, nothing but setting it up is open.</summary>
    private const string Owes = "answerable:owes-second-factor";

    /// <summary>By the person's own hand it is renewed, and no oftener than this.</summary>
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(1);

    public static Task OpenAsync(HttpContext http, Session session)
    {
        KnownBrowser.Remember(http, session.Person);
        return http.SignInAsync(Scheme, PrincipalOf(session));
    }

    public static bool OwesSecondFactor(ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Owes);

    /// <summary>One's own session goes on where one has changed one's credentials; why not, where one was turned away.</summary>
    public static async Task<Refusal?> RenewAsync(HttpContext http, Entrance entrance)
    {
        if (entrance is not Entrance.Open open)
            return (entrance as Entrance.TurnedAway)?.Why;
        await OpenAsync(http, open.Session);
        return null;
    }

    /// <summary>The password was right and a code is asked for: who it is goes along, and opens nothing else.</summary>
    public static Task AskForCodeAsync(HttpContext http, Entrance.AsksForCode asks) => http.SignInAsync(HalfWayScheme, new ClaimsPrincipal(
        new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, asks.Person.ToString()), new Claim(ActorOf.Stamp, asks.Stamp)], HalfWayScheme)));

    public static async Task<Entrance.AsksForCode?> HalfWayAsync(HttpContext http) =>
        (await http.AuthenticateAsync(HalfWayScheme)).Principal is { } principal && ActorOf.ClaimOf(principal) is { } known
            ? new Entrance.AsksForCode(known.Person, known.Stamp)
            : null;

    /// <summary>Ends a session that no longer stands, at the request it comes with. What a page asks by itself leaves the cookie where it is: why
    /// the session ended is still to be told, and a new one may be on its way.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (context.Principal is { } principal && ActorOf.User(principal) is { } who)
        {
            var lapsed = await LapsedAsync(context, principal);
            if (!lapsed && ActorOf.ClaimOf(principal) is { } known && await sessions.PlaceAsync(known) is { } place)
            {
                ActorOf.Put(principal, place.Team);
                return;
            }
            EndedSession.Note(context.HttpContext, lapsed ? SessionEnd.LeftIdle : await sessions.WhyEndedAsync(who));
        }
        context.RejectPrincipal();
        if (IsByHand(context.Request))
            await context.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>The open page's own calls do not keep a session going: only what the person does.</summary>
    public static Task RenewByHandAsync(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime >= Renewed && context.Principal?.HasClaim(claim => claim.Type == Opened) == true
            && IsByHand(context.Request);
        return Task.CompletedTask;
    }

    private static bool IsByHand(HttpRequest request) => !request.Path.StartsWithSegments("/here")
        && (!HttpMethods.IsGet(request.Method)
            || (!request.Headers.ContainsKey("HX-Request") && request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate"));

    private static async Task<bool> LapsedAsync(CookieValidatePrincipalContext context, ClaimsPrincipal principal)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var idle = await services.GetRequiredService<IdleLimit>().NowAsync();
        return context.Properties.IssuedUtc + idle <= now
            || (long.TryParse(principal.FindFirstValue(Opened), CultureInfo.InvariantCulture, out var opened)
                && DateTimeOffset.FromUnixTimeSeconds(opened) + Session.Lifetime <= now);
    }

    private static ClaimsPrincipal PrincipalOf(Session session)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, session.Person.ToString()),
            new(ClaimTypes.Name, session.Email),
            new(ActorOf.Name, session.Name),
            new(ActorOf.Stamp, session.Stamp),
            new(ActorOf.Number, session.Id.ToString()),
            new(Opened, session.OpenedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        };
        claims.AddRange(session.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        if (session.OwesSecondFactor)
            claims.Add(new Claim(Owes, ""));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }
}
