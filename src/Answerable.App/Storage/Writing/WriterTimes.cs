using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Storage;

/// <summary>How long each kind of errand has held the writer: all others waited so long.</summary>
internal sealed class WriterTimes(ILogger<WriterTimes> log)
{
    /// <summary>Nothing should hold the writer longer: who waits at a desk notices.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(25);

    private readonly ConcurrentDictionary<string, Held> _held = new();

    /// <param name="Asked">The most questions one such errand put to the database.</param>
    /// <param name="Rows">The most rows one such errand read.</param>
    public readonly record struct Held(long Times, TimeSpan All, TimeSpan Worst, int Asked, int Rows);

    public Held Of(string errand) => _held.GetValueOrDefault(errand);

    public void Note(string errand, TimeSpan held, int asked, int rows)
    {
        _held.AddOrUpdate(errand, new Held(1, held, held, asked, rows), (_, before) => new Held(
            before.Times + 1, before.All + held, held > before.Worst ? held : before.Worst,
            Math.Max(before.Asked, asked), Math.Max(before.Rows, rows)));
        if (held > Longest)
            log.LogInformation("{Errand} held the writer for {Milliseconds:0} ms: {Asked} questions, {Rows} rows read.",
                errand, held.TotalMilliseconds, asked, rows);
    }
}
