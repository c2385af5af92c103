using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Answerable.App.People;
using Answerable.DatabaseTests.Deliveries;

namespace Answerable.DatabaseTests.Web;

/// <summary>The real server behind a proxy, and by itself with a certificate.</summary>
public sealed class PublicAddressTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-front-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string File(string name) => Path.Combine(_folder.FullName, name);

    [Fact]
    public async Task What_a_trusted_proxy_says_is_believed()
    {
        using var server = await RunningServer.StartAsync(File("a.db"), "--proxies", "127.0.0.1", "--address", "https://desk.example.org");
        var answer = await AskAsync(server, "desk.example.org", "https");
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));

        var away = await AskAsync(server, "desk.example.org", "https", "/people");
        Assert.Equal("https", new Uri(new Uri("https://desk.example.org/"), away.Headers.Location!).Scheme);
    }

    [Fact]
    public async Task Links_of_the_command_line_name_the_address_the_server_was_started_with()
    {
        foreach (var told in new string[][] { ["--address", "https://desk.example.org"], [] })
        {
            using var server = await RunningServer.StartAsync(File("a.db"), told);
            var known = told.Length > 0 ? told[1] : server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
            await Soon.SoAsync("the link names it", async () =>
                (await RunningServer.VerbAsync(File("a.db"), "people", "link", FirstAdministrator.Email)).Printed
                    .StartsWith($"{known}/invitations/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Of_nobody_else_is_anything_believed_and_no_other_host_is_answered()
    {
        using var server = await RunningServer.StartAsync(File("a.db"), "--proxies", "10.1.0.0/16,10.2.0.1", "--address", "https://desk.example.org");
        var answer = await AskAsync(server, "desk.example.org", "https");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(server, "evil.example", "http")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, "localhost", "http")).StatusCode);
    }

    [Fact]
    public async Task Whoever_watches_comes_by_any_name_to_the_metrics_and_to_nothing_else()
    {
        var port = RunningServer.FreePort();
        using var server = await RunningServer.StartAsync(File("a.db"), "--address", "https://desk.example.org", "--metrics", $"0.0.0.0:{port}");
        Assert.Equal(HttpStatusCode.OK, await WatchAsync("/metrics"));
        Assert.Equal(HttpStatusCode.NotFound, await WatchAsync("/sign-in"));

        async Task<HttpStatusCode> WatchAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{path}");
            request.Headers.Host = $"centre.watched.example:{port}";
            return (await server.Bare.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task With_a_certificate_it_speaks_TLS_itself_and_takes_a_renewed_one()
    {
        WriteCertificate("desk.example.org");
        using var server = await RunningServer.StartAsync(File("a.db"), "--certificate", File("tls.pem"), "--certificate-key", File("tls.key"));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await server.Bare.GetAsync("/sign-in")).StatusCode);
        var (subject, status, secure) = await SecurelyAsync(server.Tls);
        Assert.Equal(("CN=desk.example.org", HttpStatusCode.OK, true), (subject, status, secure));
    }

    /// <summary>A proxy's probe comes by http and by an address of the machine; whoever is sent elsewhere is taken out by it.</summary>
    [Fact]
    public async Task How_it_is_it_says_by_http_and_by_any_name_and_nothing_else()
    {
        WriteCertificate("desk.example.org");
        var metrics = RunningServer.FreePort();
        using var server = await RunningServer.StartAsync(File("a.db"), "--certificate", File("tls.pem"), "--certificate-key", File("tls.key"),
            "--address", "https://desk.example.org", "--metrics", $"{metrics}");
        foreach (var host in new[] { "10.1.2.3:8080", "127.0.0.1", "desk.example.org" })
            foreach (var path in new[] { "/health", "/health/ready", "/health/live", "/health/ready/", $"http://127.0.0.1:{metrics}/metrics" })
                Assert.Equal((host, path, HttpStatusCode.OK), (host, path, (await AskAsync(server, host, "http", path)).StatusCode));
        foreach (var path in new[] { "/", "/sign-in", "/healthy", "/health/of/people" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(server, "10.1.2.3:8080", "http", path)).StatusCode);
            Assert.Equal(HttpStatusCode.TemporaryRedirect, (await AskAsync(server, "desk.example.org", "http", path)).StatusCode);
        }
    }

    [Theory]
    [InlineData("--certificate", "nonesuch.pem", "There is no file")]
    [InlineData("--proxies", "the proxy", "is not an address")]
    [InlineData("--address", "desk.example.org", "is not an address such as https://")]
    [InlineData("--urls", "https://127.0.0.1:0", "wants a certificate")]
    public async Task What_cannot_be_followed_is_said_in_a_sentence(string option, string value, string sentence)
    {
        var (exit, printed) = await RunningServer.VerbAsync(File("a.db"), "run", "--empty", option, value);
        Assert.NotEqual(0, exit);
        Assert.Contains(sentence, printed, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", printed, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(RunningServer server, string host, string scheme, string path = "/sign-in")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        return await server.Bare.SendAsync(request);
    }

    private static async Task<(string? Subject, HttpStatusCode Status, bool Secure)> SecurelyAsync(Uri address)
    {
        string? subject = null;
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => (subject = certificate!.Subject).Length > 0,
        };
        using var http = new HttpClient(handler) { BaseAddress = address };
        var answer = await http.GetAsync("/sign-in");
        return (subject, answer.StatusCode,
            answer.Headers.GetValues("Set-Cookie").All(cookie => cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    private void WriteCertificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        System.IO.File.WriteAllText(File("tls.pem"), certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(File("tls.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
