using Answerable.App.Operations;
using Answerable.Web.Shared;

namespace Answerable.Web.Operations;

/// <summary>How long the server's own certificate is good for, where it speaks TLS itself.</summary>
internal sealed class CertificateStands(TimeProvider time, ServerCertificate? certificate = null) : IStands
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<HealthLine>>(
        certificate is null ? [] : [.. Of(certificate, time.GetUtcNow())]);

    internal static IEnumerable<HealthLine> Of(ServerCertificate certificate, DateTimeOffset now)
    {
        yield return Of(new DateTimeOffset(certificate.Context.TargetCertificate.NotAfter.ToUniversalTime()), now);
        if (certificate.Amiss is { } sentence)
            yield return new HealthLine("This server", "Renewed certificate", "cannot be used", Condition.Amiss,
                $"{sentence} The one before serves on.");
    }

    internal static HealthLine Of(DateTimeOffset until, DateTimeOffset now)
    {
        const string Advice = "Put a renewed one in its place: the server takes it within a minute, without a restart.";
        return until <= now ? new HealthLine("This server", "Certificate", "ran out", Condition.Amiss, Advice, until)
            : new HealthLine("This server", "Certificate", "good until", until - now < Soon ? Condition.Look : Condition.Well,
                until - now < Soon ? Advice : null, until);
    }
}
