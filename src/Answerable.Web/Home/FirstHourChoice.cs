using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Home;

/// <summary>Whether one wants to see what is left of the first hour; kept in a cookie, for it is how Home looks and nothing of the centre.</summary>
internal static class FirstHourChoice
{
    private const string Cookie = "first-hour";

    public static bool Hidden(HttpContext http) => http.Request.Cookies[Cookie] == "hidden";

    public static IResult Choose(HttpContext http, [FromForm] string? shown)
    {
        var options = new CookieOptions
        { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), Secure = http.Request.IsHttps };
        if (shown == "false")
            http.Response.Cookies.Append(Cookie, "hidden", options);
        else
            http.Response.Cookies.Delete(Cookie);
        return Reply.See("/");
    }
}
