using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Answerable.Web.Shared;

namespace Answerable.Tests.Web;

public sealed class ServerCertificateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-certificate-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Pem => Path.Combine(_folder.FullName, "tls.pem");

    [Fact]
    public void A_renewed_certificate_is_read_anew_and_half_a_one_is_not_taken()
    {
        var time = new SteppingTime();
        Write("first", DateTime.UnixEpoch);
        var certificate = new ServerCertificate(Pem, null, time);
        Assert.Equal("CN=first", Subject(certificate));

        Write("second", DateTime.UnixEpoch.AddDays(1));
        Assert.Equal("CN=first", Subject(certificate));
        time.Passed += TimeSpan.FromMinutes(2);
        Assert.Equal("CN=second", Subject(certificate));

        File.WriteAllText(Pem, "-----BEGIN CERTIFICATE-----\nhalf");
        time.Passed += TimeSpan.FromMinutes(2);
        Assert.Equal("CN=second", Subject(certificate));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(true, "--SignInsPerMinute", "3")]
    [InlineData(true, "--Kestrel:Limits:MaxConcurrentConnections=9")]
    [InlineData(false, "--Kestrel:Certificates:Default:Path=tls.pem")]
    public void An_https_address_wants_a_certificate_whatever_else_is_set(bool wanted, params string[] settings)
    {
        var asked = new ServeSettings("x.db", "https://127.0.0.1:1", false, settings);
        if (wanted)
            Assert.Contains("--certificate", Assert.Throws<IOException>(() => ServerCertificate.Of(asked)).Message, StringComparison.Ordinal);
        else
            Assert.Null(ServerCertificate.Of(asked));
    }

    [Theory]
    [InlineData("neither")]
    [InlineData("-----BEGIN CERTIFICATE-----\nhalf")]
    public void What_is_no_certificate_is_said_in_a_sentence(string text)
    {
        File.WriteAllText(Pem, text);
        Assert.Contains("cannot be used", Assert.Throws<IOException>(() => new ServerCertificate(Pem, null, TimeProvider.System)).Message,
            StringComparison.Ordinal);
    }

    private static string Subject(ServerCertificate certificate) => certificate.Context.TargetCertificate.Subject;

    private void Write(string name, DateTime at)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        File.WriteAllText(Pem, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        File.SetLastWriteTimeUtc(Pem, at);
    }

    private sealed class SteppingTime : TimeProvider
    {
        public TimeSpan Passed { get; set; }
        public override long GetTimestamp() => Passed.Ticks;
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
