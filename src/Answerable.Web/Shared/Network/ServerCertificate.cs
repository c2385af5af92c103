using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Answerable.Web.Shared;

/// <summary>The server's own certificate, by which it speaks TLS itself; one that was renewed is read anew without a restart.</summary>
internal sealed class ServerCertificate
{
    private static readonly TimeSpan Looked = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HalfWritten = TimeSpan.FromSeconds(5);

    private readonly string _file;
    private readonly string? _keyFile;
    private readonly TimeProvider _time;
    private readonly Lock _reading = new();
    private (SslStreamCertificateContext Context, DateTime Written, long LookedAt) _held;
    private string? _amiss;
    private (DateTime Written, string Sentence) _told;

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

    public SslStreamCertificateContext Context => Look().Context;

    /// <summary>Why what stands at its place is not taken, while the one before serves on; null where it is the one that serves.</summary>
    public string? Amiss => Look().Amiss;

    /// <summary>Said once of each change of the file, to whoever watches.</summary>
    public Action<string> Tell { get; set; } = _ => { };

    private (SslStreamCertificateContext Context, string? Amiss) Look()
    {
        lock (_reading)
        {
            if (_time.GetElapsedTime(_held.LookedAt) > Looked)
                _held = Again();
            return (_held.Context, _amiss);
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

    /// <summary>What cannot be used is looked at again: it may have been half written, or not valid yet.</summary>
    private (SslStreamCertificateContext Context, DateTime Written, long LookedAt) Again()
    {
        var written = Written();
        try
        {
            if (written != _held.Written)
                _held = (Fit(Read()), written, 0);
            _amiss = null;
        }
        catch (IOException broken)
        {
            _amiss = broken.Message;
            if (_told != (written, _amiss) && _time.GetUtcNow() - written > HalfWritten)
                Tell((_told = (written, _amiss)).Sentence);
        }
        return _held with { LookedAt = _time.GetTimestamp() };
    }

    /// <summary>One that is not good now does not take the place of one that may be.</summary>
    private SslStreamCertificateContext Fit(SslStreamCertificateContext read)
    {
        var (from, until) = (read.TargetCertificate.NotBefore.ToUniversalTime(), read.TargetCertificate.NotAfter.ToUniversalTime());
        if (_time.GetUtcNow() < from)
            throw new IOException($"The certificate {_file} cannot be used yet: it is good from {from:yyyy-MM-dd HH:mm} UTC.");
        if (_time.GetUtcNow() > until)
            throw new IOException($"The certificate {_file} cannot be used: it ran out on {until:yyyy-MM-dd HH:mm} UTC.");
        return read;
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
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException($"The certificate {_file}, or its key, cannot be read by the user that runs this.", refused);
        }
        catch (Exception amiss) when (amiss is CryptographicException or ArgumentException)
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
