using System.Runtime.InteropServices;

namespace Answerable.Web.CommandLine;

/// <summary>
/// Ctrl-C while a verb works. It is asked to stop, and ends in its own words; one that does not listen is ended after a moment with a
/// sentence. A second Ctrl-C ends it at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private ITimer? patience;

    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Asked);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Asked);
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        patience?.Dispose();
        source.Dispose();
    }

    private void Asked(PosixSignalContext signal)
    {
        if (source.IsCancellationRequested)
            return;
        signal.Cancel = true;
        patience = TimeProvider.System.CreateTimer(_ =>
            Environment.Exit(Exit.Because("Stopped before the end.")), null, Grace, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }
}
