namespace Answerable.Web.Shared;

/// <summary>Light, dark, or as the device says; kept in a cookie.</summary>
internal static class ThemeChoice
{
    public static readonly IReadOnlyList<(string Value, string Words)> All = [("auto", "As device"), ("light", "Light"), ("dark", "Dark")];

    public const string None = "theme.none";

    public static string Of(HttpContext http) =>
        All.Any(choice => choice.Value == http.Request.Cookies["theme"]) ? http.Request.Cookies["theme"]! : "auto";

    public static IResult Choose(HttpContext http, [Microsoft.AspNetCore.Mvc.FromForm] string theme, [Microsoft.AspNetCore.Mvc.FromForm] string? back)
    {
        if (All.All(choice => choice.Value != theme))
            return Reply.Refused(
                [new Answerable.Model.Refusal(None, "Choose one of the colours there are: as device, light or dark.", "theme")]);
        http.Response.Cookies.Append("theme", theme, new CookieOptions
        { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), Secure = http.Request.IsHttps });
        return Reply.See(SafeBack.Of(back));
    }
}
