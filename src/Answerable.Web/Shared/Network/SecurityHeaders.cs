namespace Answerable.Web.Shared;

internal static class SecurityHeaders
{
    // No inline script or style, no outside requests. Images may be data: for codes drawn by the server and the theme's small marks.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>They are set as the answer begins: one that broke off is begun anew, without what was set before.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() => SetAsync(context));
        return next();
    });

    private static Task SetAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Response.ContentType is { } type
            && (type.StartsWith("text/html", StringComparison.Ordinal) || type.StartsWith("text/csv", StringComparison.Ordinal)))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
