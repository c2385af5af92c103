using Answerable.App.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;

namespace Answerable.Web.People;

/// <summary>Whose session has ended is told why, where they sign in.</summary>
internal static class EndedSession
{
    public static void Note(HttpContext http, SessionEnd why) => http.Features.Set(new Noted(why));

    public static string Said(SessionEnd why) => why switch
    {
        SessionEnd.AccountClosed => "Your account was closed by an administrator.",
        SessionEnd.RolesChanged => "What you may do was changed by an administrator. Sign in again to go on.",
        SessionEnd.LeftIdle => "You were signed out, for nothing was done for a while. Sign in again to go on.",
        _ => "You were signed out. Sign in again to go on.",
    };

    public static Task LeadAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var why = context.HttpContext.Features.Get<Noted>()?.Why;
        var to = why is null ? context.RedirectUri : QueryHelpers.AddQueryString(context.RedirectUri, "ended", $"{why}");
        context.Response.Redirect(SentAddress.Of(to));
        return Task.CompletedTask;
    }

    private sealed record Noted(SessionEnd Why);
}
