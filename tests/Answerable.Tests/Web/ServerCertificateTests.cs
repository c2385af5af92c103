using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Answerable.App.Operations;
using Answerable.Web.Operations;
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

    /// <summary>Each is said once, however often it is looked at, and stands on System health until a good one lies there.</summary>
    [Fact]
    public void A_renewed_one_that_cannot_be_used_is_told_once_and_stands_as_amiss()
    {
        var (time, told) = (new SteppingTime(), new List<string>());
        Write("first", DateTime.UnixEpoch);
        var certificate = new ServerCertificate(Pem, null, time) { Tell = told.Add };
        Assert.Equal([Condition.Well], Stand());

        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Write("strange key", DateTime.UnixEpoch.AddDays(1), key: other);
        AssertAmiss(1, "cannot be used: ");
        Write("run out", DateTime.UnixEpoch.AddDays(2), until: -1);
        AssertAmiss(2, "it ran out on");
        Write("to come", DateTime.UnixEpoch.AddDays(3), from: 2);
        AssertAmiss(3, "it is good from");
        File.Delete(Pem);
        AssertAmiss(4, "tls.pem");

        Write("good", DateTime.UnixEpoch.AddDays(4));
        time.Passed += TimeSpan.FromMinutes(2);
        Assert.Equal([Condition.Well], Stand());
        Assert.Equal((4, "CN=good"), (told.Count, Subject(certificate)));

        void AssertAmiss(int count, string why)
        {
            for (var look = 0; look < 3; look++)
            {
                time.Passed += TimeSpan.FromMinutes(2);
                Assert.Equal([Condition.Well, Condition.Amiss], Stand());
            }
            Assert.Equal((count, "CN=first"), (told.Count, Subject(certificate)));
            Assert.Contains(why, told[^1], StringComparison.Ordinal);
        }

        List<Condition> Stand() => [.. CertificateStands.Of(certificate, TimeProvider.System.GetUtcNow()).Select(line => line.Condition)];
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

    /// <param name="key">One that is not its own.</param>
    private void Write(string name, DateTime at, int from = -2, int until = 30, ECDsa? key = null)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest($"CN={name}", own, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(from), TimeProvider.System.GetUtcNow().AddDays(until));
        File.WriteAllText(Pem, made.ExportCertificatePem() + "\n" + (key ?? own).ExportPkcs8PrivateKeyPem());
        File.SetLastWriteTimeUtc(Pem, at);
    }

    private sealed class SteppingTime : TimeProvider
    {
        public TimeSpan Passed { get; set; }
        public override long GetTimestamp() => Passed.Ticks;
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
