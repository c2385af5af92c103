using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Answerable.App.Journal;

/// <summary>
/// Posts an anchor to an address of one's own. Whoever may change settings might name an address that only this machine reaches: so it speaks https
/// alone, follows nowhere, tells nothing of an answer but its status, and never connects to this machine itself, by whatever address of its own, or
/// to addresses of a link, where a cloud tells its secrets. Networks of one's own are allowed: that is where anchors are kept.
/// </summary>
/// <param name="also">What else it connects to: nothing, but in tests.</param>
internal sealed class AnchorPost(Func<IPAddress, bool>? also = null) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.Zero,
        SslOptions = { RemoteCertificateValidationCallback = Proves },
        ConnectCallback = (context, stop) => ConnectAsync(context.DnsEndPoint, also, stop),
    })
    { Timeout = TimeSpan.FromSeconds(20) };

    public bool Allows(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { UserInfo: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (also is not null && address.Scheme == Uri.UriSchemeHttp));

    /// <summary>Why it was not taken; null where it was.</summary>
    public async Task<string?> SendAsync(string url, Anchor anchor, CancellationToken stop)
    {
        if (!Allows(url))
            return "The address is not one to which anchors are posted.";
        try
        {
            var body = new { at = anchor.At, number = anchor.Number, hash = anchor.Hash, seal = anchor.Seal, line = anchor.Line() };
            using var asked = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(body) };
            using var answer = await _http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.IsSuccessStatusCode ? null : $"The address answered {(int)answer.StatusCode}: it is to answer 200.";
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return "The address did not answer within 20 seconds.";
        }
        catch (HttpRequestException broken)
        {
            return broken.GetBaseException() is Forbidden forbidden ? forbidden.Message : broken.HttpRequestError switch
            {
                HttpRequestError.SecureConnectionError => "The address speaks no TLS that this machine knows. Look at its name and its port.",
                HttpRequestError.NameResolutionError => "The address's name is not known.",
                _ => "The address cannot be reached.",
            };
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Looked at once the name is resolved, and what was looked at is connected to: a name that changes meanwhile changes nothing.</summary>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<IPAddress, bool>? also, CancellationToken stop)
    {
        var found = IPAddress.TryParse(to.Host, out var written) ? [written] : await Dns.GetHostAddressesAsync(to.Host, stop);
        var open = Array.FindAll(found, address => IsOutside(address) || also?.Invoke(address) == true);
        if (open.Length == 0)
            throw new Forbidden("The address leads to this machine or its link, where no anchor is kept.");
#pragma warning disable CA2000 // The stream that is returned ends it.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(open, to.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>What is wrong with a certificate is said: whoever keeps the address is to mend that very thing.</summary>
    private static bool Proves(object asked, X509Certificate? shown, X509Chain? chain, SslPolicyErrors wrong) => wrong == SslPolicyErrors.None
        ? true
        : throw new Forbidden(shown is null || wrong.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)
            ? "The address shows no certificate."
            : wrong.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? "The certificate of the address is for another name than the one given here."
            : chain?.ChainStatus.Any(status => status.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) == true
            ? "The certificate of the address has run out, or is not valid yet."
            : "The certificate of the address is signed by nobody whom this machine trusts. Where it is one of your own, have this machine trust "
                + "whoever signed it.");

    internal static bool IsOutside(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return false;
        if (NetworkInterface.GetAllNetworkInterfaces().Any(card => card.GetIPProperties().UnicastAddresses.Any(own => own.Address.Equals(address))))
            return false;
        return address.AddressFamily == AddressFamily.InterNetwork
            ? address.GetAddressBytes() is not ([0, ..] or [169, 254, ..] or [>= 224, ..])
            : !address.IsIPv6LinkLocal && !address.IsIPv6Multicast && !address.IsIPv6SiteLocal;
    }

    private sealed class Forbidden(string why) : IOException(why);
}
