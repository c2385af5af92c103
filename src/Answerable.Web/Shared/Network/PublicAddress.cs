using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Primitives;

namespace Answerable.Web.Shared;

/// <summary>
/// The address people know the centre by. What is sent to them names it, whatever a request calls itself, and where it is given no other host is
/// answered but this machine; how the server is, it says by whatever name it is asked.
/// </summary>
internal sealed record PublicAddress(Uri? Given)
{
    private static readonly string[] Here = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>A page's whole address, for a letter or a link that is given on.</summary>
    public string Of(HttpContext http, string path) =>
        (Given?.GetLeftPart(UriPartial.Authority) ?? $"{http.Request.Scheme}://{http.Request.Host}") + path;

    public static void Add(IServiceCollection services, ServeSettings settings)
    {
        var address = new PublicAddress(settings.Address);
        services.AddSingleton(address);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        if (settings.Proxies.Count > 0)
            services.Configure<ForwardedHeadersOptions>(headers => Trust(headers, settings.Proxies));
    }

    /// <summary>
    /// What a proxy says of a request is believed of the proxies named, and of nobody else: by default of none, this machine neither, since anybody
    /// may say of himself that he comes from elsewhere.
    /// </summary>
    private static void Trust(ForwardedHeadersOptions headers, IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.ForwardLimit = null;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var network in proxies)
            headers.KnownIPNetworks.Add(network);
    }

    /// <summary>First of all, so that whatever comes after knows where a request came from and how.</summary>
    public static void Use(WebApplication app, ServeSettings settings)
    {
        if (settings.Proxies.Count > 0)
            app.UseForwardedHeaders();
        if (settings.Address is { } given)
            AnswerOnly(app, [given.IdnHost, .. Here.Select(host => new StringSegment(host))]);
        app.UseHsts();
        // A probe comes by an address of the machine and by http, and takes whoever sends it elsewhere for one that is down.
        if (settings.Certificate is not null)
            app.UseWhen(http => !StayingUp.AsksHow(http), rest => rest.UseHttpsRedirection());
    }

    /// <summary>
    /// The framework's own look at the host comes before all else, and would turn away whoever watches by a port and a name of their own.
    /// </summary>
    private static void AnswerOnly(WebApplication app, StringSegment[] hosts) => app.Use((http, next) =>
    {
        if (StayingUp.AsksHow(http) || HostString.MatchesAny(http.Request.Host.Host, hosts))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return http.Response.WriteAsync("This server is not known by that name.", http.RequestAborted);
    });
}
