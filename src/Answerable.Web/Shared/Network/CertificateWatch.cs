namespace Answerable.Web.Shared;

/// <summary>Looks at the certificate's files whether anybody comes or not, and has what is amiss with them said in the log.</summary>
internal sealed class CertificateWatch : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(20);

    private readonly ServerCertificate _certificate;
    private readonly TimeProvider _time;

    public CertificateWatch(ServerCertificate certificate, TimeProvider time, ILogger<CertificateWatch> log)
    {
        (_certificate, _time) = (certificate, time);
        certificate.Tell = sentence => log.LogWarning("{Sentence} The one before serves on.", sentence);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Often, _time);
        while (await pace.WaitForNextTickAsync(stoppingToken))
            _ = _certificate.Amiss;
    }
}
