using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Answerable.Web.Shared;

/// <summary>
/// The address people know the centre by. What is sent to them names it, whatever a request calls itself, and where it is given no other host is
/// answered but this machine.
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
        if (address.Given is { } given)
            services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts =
                [given.IdnHost, .. Here, .. settings.Metrics is { } metrics ? new[] { metrics.Address.ToString() } : []]);
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
        app.UseHsts();
        if (settings.Certificate is not null)
            app.UseHttpsRedirection();
    }
}
