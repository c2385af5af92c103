namespace Answerable.Web.Shared;

/// <summary>Whatever answers GET answers HEAD with the same status and headers and no body, as who watches that the server is up may ask.</summary>
internal static class HeadAsGet
{
    private static readonly object Asked = new();

    public static void UseHeadAsGet(this WebApplication app) => app.Use((http, next) =>
        HttpMethods.IsHead(http.Request.Method) ? AnswerAsync(http, next) : next(http));

    /// <summary>Only the headers were asked for: what goes on being told would never end.</summary>
    public static bool Was(HttpContext http) => http.Items.ContainsKey(Asked);

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        http.Items[Asked] = true;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    }
}
