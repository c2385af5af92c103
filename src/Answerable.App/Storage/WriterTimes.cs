using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Storage;

/// <summary>How long each kind of errand has held the writer: all others waited so long.</summary>
internal sealed class WriterTimes(ILogger<WriterTimes> log)
{
    /// <summary>Nothing should hold the writer longer: who waits at a desk notices.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(25);

    private readonly ConcurrentDictionary<string, Held> _held = new();

    public readonly record struct Held(long Times, TimeSpan All, TimeSpan Best, TimeSpan Worst);

    public Held Of(string errand) => _held.GetValueOrDefault(errand);

    public void Note(string errand, TimeSpan held)
    {
        _held.AddOrUpdate(errand, new Held(1, held, held, held), (_, before) => new Held(
            before.Times + 1, before.All + held, held < before.Best ? held : before.Best, held > before.Worst ? held : before.Worst));
        if (held > Longest)
            log.LogInformation("{Errand} held the writer for {Milliseconds:0} ms.", errand, held.TotalMilliseconds);
    }
}
