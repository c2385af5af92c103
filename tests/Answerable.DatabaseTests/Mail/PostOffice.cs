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
        services.Add((IUserAuthenticator)new Doorkeeper(AtDoor));
        _open = new SmtpServer.SmtpServer(options, services).StartAsync(_close.Token);
    }

    public int Port { get; }

    public ConcurrentQueue<MimeMessage> Offered { get; } = new();

    /// <summary>What it says to a letter it is offered.</summary>
    public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

    /// <summary>Where the one who signs in next waits until it is let in; whoever comes after passes by.</summary>
    public Gate AtDoor { get; } = new();

    /// <summary>Where the one who has offered a letter next waits for the answer.</summary>
    public Gate AtCounter { get; } = new();

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream(buffer.ToArray());
        Offered.Enqueue(await MimeMessage.LoadAsync(read, cancellationToken));
        await AtCounter.PassAsync();
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

    private sealed class Doorkeeper(Gate door) : IUserAuthenticator
    {
        public async Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken)
        {
            await door.PassAsync();
            return user == Login && password == Password;
        }
    }

    /// <summary>Holds one, where it is told to.</summary>
    internal sealed class Gate
    {
        private TaskCompletionSource? _closed;
        private TaskCompletionSource? _held;

        /// <summary>Holds who comes next.</summary>
        public void Close() => _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Holds => Volatile.Read(ref _held) is not null;

        public void Open() => Interlocked.Exchange(ref _held, null)?.TrySetResult();

        public Task PassAsync() => Interlocked.Exchange(ref _closed, null) is { } one ? (_held = one).Task : Task.CompletedTask;
    }

    /// <summary>Signed by itself.</summary>
    internal static X509Certificate2 Certificate(int days = 1)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = asked.CreateSelfSigned(now.AddDays(-9), now.AddDays(days));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
