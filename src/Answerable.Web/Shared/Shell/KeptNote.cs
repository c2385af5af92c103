namespace Answerable.Web.Shared;

/// <summary>A form that comes back to its own page says there, once, that it was taken: else only who knows the page sees that anything
/// changed.</summary>
internal static class KeptNote
{
    private const string Cookie = "kept";

    /// <summary>For the page at the address, where that is the one the form stood on.</summary>
    public static void Leave(HttpContext http, string url)
    {
        var path = url.Split('?', '#')[0];
        if (HttpMethods.IsPost(http.Request.Method) && !http.Request.Headers.ContainsKey("HX-Request") && !http.Response.HasStarted
            && Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var from)
            && (from.AbsolutePath == path || (path.Length > 1 && from.AbsolutePath.StartsWith($"{path}/", StringComparison.Ordinal))))
            http.Response.Cookies.Append(Cookie, path, Of(http, path));
    }

    public static bool Take(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Cookies[Cookie] is not { } path || path != http.Request.Path.ToUriComponent()
            || http.Response.HasStarted)
            return false;
        http.Response.Cookies.Delete(Cookie, Of(http, path));
        return true;
    }

    private static CookieOptions Of(HttpContext http, string path) => new()
    {
        Path = path,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromSeconds(20),
    };
}
