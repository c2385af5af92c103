using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Answerable.Web.Shared;

/// <summary>The server's own certificate, by which it speaks TLS itself; one that was renewed is read anew without a restart.</summary>
internal sealed class ServerCertificate
{
    private static readonly TimeSpan Looked = TimeSpan.FromMinutes(1);

    private readonly string _file;
    private readonly string? _keyFile;
    private readonly TimeProvider _time;
    private readonly Lock _reading = new();
    private (SslStreamCertificateContext Context, DateTime Written, long LookedAt) _held;

    /// <summary>The certificate the settings name; null where none is needed.</summary>
    /// <exception cref="IOException">It cannot be read, or an address wants one and none is named.</exception>
    public static ServerCertificate? Of(ServeSettings settings) => settings switch
    {
        { Certificate: { } file } => new ServerCertificate(file, settings.CertificateKey, TimeProvider.System),
        _ when settings.Urls.Contains("https://", StringComparison.OrdinalIgnoreCase) && !IsSet(settings) =>
            throw new IOException("An https address wants a certificate: name it with --certificate, or begin with http behind a proxy."),
        _ => null,
    };

    /// <summary>The framework's own settings may name one.</summary>
    private static bool IsSet(ServeSettings settings) =>
        settings.Rest.Any(word => word.StartsWith("--Kestrel:", StringComparison.OrdinalIgnoreCase)
            && word.Contains("Certificate", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="IOException">It cannot be read.</exception>
    public ServerCertificate(string file, string? keyFile, TimeProvider time)
    {
        (_file, _keyFile, _time) = (Path.GetFullPath(file), keyFile is null ? null : Path.GetFullPath(keyFile), time);
        if (Array.Find([_file, _keyFile ?? _file], name => !File.Exists(name)) is { } missing)
            throw new IOException($"There is no file {missing}.");
        _held = (Read(), Written(), time.GetTimestamp());
    }

    public SslStreamCertificateContext Context
    {
        get
        {
            lock (_reading)
                if (_time.GetElapsedTime(_held.LookedAt) > Looked)
                    _held = Again();
            return _held.Context;
        }
    }

    public void Use(HttpsConnectionAdapterOptions https)
    {
        https.ServerCertificate = Context.TargetCertificate;
        https.OnAuthenticate = (_, options) =>
        {
            options.ServerCertificate = null;
            options.ServerCertificateContext = Context;
        };
    }

    /// <summary>While a renewed one is being written it may be half there: the one that is held serves until the next look.</summary>
    private (SslStreamCertificateContext Context, DateTime Written, long LookedAt) Again()
    {
        try
        {
            var written = Written();
            return (written == _held.Written ? _held.Context : Read(), written, _time.GetTimestamp());
        }
        catch (IOException)
        {
            return _held with { LookedAt = _time.GetTimestamp() };
        }
    }

    private DateTime Written() => new[] { _file, _keyFile ?? _file }.Max(File.GetLastWriteTimeUtc);

    private SslStreamCertificateContext Read()
    {
        try
        {
            var chain = new X509Certificate2Collection();
            if (IsPem())
                chain.ImportFromPemFile(_file);
#pragma warning disable CA2000 // The context serves connections for as long as there are any, and holds it.
            return SslStreamCertificateContext.Create(Own(), chain, offline: true);
#pragma warning restore CA2000
        }
        catch (CryptographicException amiss)
        {
            throw new IOException($"The certificate {_file} cannot be used: {amiss.Message.TrimEnd('.')}. It is a PEM file with its chain, its key "
                + "in --certificate-key or behind it, or a PKCS #12 file with its password in ANSWERABLE_CERTIFICATE_PASSWORD.", amiss);
        }
    }

    private X509Certificate2 Own() => IsPem()
        ? X509Certificate2.CreateFromPemFile(_file, _keyFile ?? _file)
        : X509CertificateLoader.LoadPkcs12FromFile(_file, Environment.GetEnvironmentVariable("ANSWERABLE_CERTIFICATE_PASSWORD"));

    private bool IsPem() => File.ReadAllText(_file).Contains("-----BEGIN", StringComparison.Ordinal);
}
