using Microsoft.AspNetCore.StaticFiles;

namespace Answerable.Web.Shared;

/// <summary>Scripts, styles and icons as they were pressed when built: a tenth of their length, and nothing is pressed while somebody
/// waits.</summary>
internal sealed class Pressed : IContentTypeProvider
{
    private static readonly (string Coding, string Ending)[] Forms = [("br", ".br"), ("gzip", ".gz")];
    private readonly FileExtensionContentTypeProvider _types = new();

    public static void Use(IApplicationBuilder app)
    {
        var bundle = app.ApplicationServices.GetRequiredService<Bundle>();
        app.Use((http, next) =>
        {
            if (HttpMethods.IsGet(http.Request.Method) && FormOf(http.Request, bundle) is { } form)
                http.Request.Path += form;
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new Pressed(), OnPrepareResponse = Describe });
    }

    public bool TryGetContentType(string subpath, out string contentType) => _types.TryGetContentType(Plain(subpath), out contentType!);

    private static string? FormOf(HttpRequest request, Bundle bundle)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        foreach (var (coding, ending) in Forms)
            if (accepted.Contains(coding, StringComparison.OrdinalIgnoreCase) && bundle.Has(request.Path.Value![1..] + ending))
                return ending;
        return null;
    }

    private static void Describe(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        headers.Vary = "Accept-Encoding";
        foreach (var (coding, ending) in Forms)
            if (file.File.Name.EndsWith(ending, StringComparison.Ordinal))
                headers.ContentEncoding = coding;
    }

    private static string Plain(string path) =>
        Forms.FirstOrDefault(form => path.EndsWith(form.Ending, StringComparison.Ordinal)) is { Ending: { } ending } ? path[..^ending.Length] : path;
}
