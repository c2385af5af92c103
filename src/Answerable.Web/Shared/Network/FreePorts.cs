using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Answerable.Web.Shared;

/// <summary>Whether a server could answer where it is asked to: looked at before it makes anything, so that one that cannot start leaves
/// nothing.</summary>
internal static class FreePorts
{
    /// <exception cref="IOException">Another program answers there.</exception>
    /// <exception cref="SocketException">It cannot answer there for another reason.</exception>
    public static void Look(WebApplication app, string urls)
    {
        // A server in memory answers nowhere; endpoints of the framework's own settings stand in place of all others.
        if (app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>() is null
            || app.Configuration.GetSection("Kestrel:Endpoints").Exists())
            return;
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (BindingAddress.Parse(url) is { IsUnixPipe: false, IsNamedPipe: false, Port: > 0 } address)
                Look(url, address);
    }

    private static void Look(string url, BindingAddress address)
    {
        try
        {
            // A name that is none of this machine's, a star among them, stands for every address it has.
            using var socket = PlaceOf(address.Host) is { } place ? new TcpListener(place, address.Port) : TcpListener.Create(address.Port);
            socket.Start(1);
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new IOException(Unopened.Taken(url), taken);
        }
    }

    private static IPAddress? PlaceOf(string host) =>
        IPAddress.TryParse(host, out var one) ? one : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : null;
}
