using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Answerable.Web.People;

/// <summary>Cookies, claims, lockout and the limit on attempts.</summary>
internal static class SigningIn
{
    public static void AddSigningIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, Session).AddCookie(SessionCookie.HalfWayScheme, HalfWay);
        var perMinute = configuration.GetValue("SignInsPerMinute", 20);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Counts(http.Request)
                ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ =>
                    new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    private static bool Counts(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/sign-in");

    private static void Session(CookieAuthenticationOptions options)
    {
        Guard(options.Cookie, "answerable");
        options.ExpireTimeSpan = Answerable.App.People.Session.Lifetime;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "back";
        options.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
        // The page that signs in says itself where it goes on to: the framework's own hand would send the address as it was typed.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static void HalfWay(CookieAuthenticationOptions options)
    {
        Guard(options.Cookie, "answerable-second-factor");
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        options.SlidingExpiration = false;
    }

    private static void Guard(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
