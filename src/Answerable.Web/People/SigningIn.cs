using System.Threading.RateLimiting;
using Answerable.App.People;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Answerable.Web.People;

/// <summary>Cookies and the limit on attempts.</summary>
internal static class SigningIn
{
    public static void AddSigningIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, Session).AddCookie(SessionCookie.HalfWayScheme, HalfWay);
        var perMinute = configuration.GetValue("SignInsPerMinute", 600);
        services.AddSingleton(new SignInLimits(configuration.GetValue("SignIns:WrongPerAddress", new SignInLimits().WrongPerAddress)));
        // Right ones and wrong ones alike: it spares the processor, which each costs a tenth of a second. Guesses are bounded by what is wrong.
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
        options.Events.OnCheckSlidingExpiration = SessionCookie.RenewByHandAsync;
        options.Events.OnRedirectToLogin = EndedSession.LeadAsync;
        // The page that signs in says itself where it goes on to: the framework's own hand would send the address as it was typed.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            // A session without a role may do little: why, and what to do, is said where the second factor is set up.
            if (SessionCookie.OwesSecondFactor(context.HttpContext.User))
                return OwedSecondFactor.LeadAsync(context.HttpContext);
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
