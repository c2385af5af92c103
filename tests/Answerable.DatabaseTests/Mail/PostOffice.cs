using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Answerable.DatabaseTests.Mail;

/// <summary>A real mail server in this process.</summary>
internal sealed class PostOffice : MessageStore, IAsyncDisposable
{
    public const string Login = "centre";
    public const string Password = "a word for the post";

    private readonly CancellationTokenSource _close = new();
    private readonly Task _open;

    /// <param name="tls">Whether it offers STARTTLS, and asks for a sign-in behind it.</param>
    public PostOffice(bool tls = true, int? port = null)
    {
        Port = port ?? FreePort();
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Port(Port);
            if (tls)
                endpoint.Certificate(Certificate()).AuthenticationRequired();
        }).Build();
        var services = new ServiceProvider();
        services.Add(this);
        services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((login, word) => login == Login && word == Password));
        _open = new SmtpServer.SmtpServer(options, services).StartAsync(_close.Token);
    }

    public int Port { get; }

    public ConcurrentQueue<MimeMessage> Offered { get; } = new();

    /// <summary>What it says to a letter it is offered.</summary>
    public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream(buffer.ToArray());
        Offered.Enqueue(await MimeMessage.LoadAsync(read, cancellationToken));
        return Answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _close.CancelAsync();
        try
        {
            await _open;
        }
        catch (OperationCanceledException)
        {
            // It closes.
        }
        _close.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static X509Certificate2 Certificate()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = asked.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
