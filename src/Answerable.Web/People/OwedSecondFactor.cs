using Answerable.Web.Shared;

namespace Answerable.Web.People;

/// <summary>Whoever owes a second factor is led to where it is set up, from wherever else they would go: such a session has no role either.</summary>
internal static class OwedSecondFactor
{
    private static readonly PathString[] Open = ["/account/second-factor", "/sign-in", "/sign-out", "/theme", "/status", "/assets"];

    public static void UseOwedSecondFactor(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!SessionCookie.OwesSecondFactor(http.User) || Open.Any(path => http.Request.Path.StartsWithSegments(path)))
            await next(http);
        else
            await LeadAsync(http);
    });

    public static Task LeadAsync(HttpContext http) => Reply.See(Open[0]).ExecuteAsync(http);
}
