using System.Collections.Concurrent;

namespace Answerable.App.Conduct;

/// <summary>
/// Whom this node has seen lately: anything they asked for counts, and an open page asks every minute. It costs no write: once a minute
/// all of them are written down together, so that another node knows they are there.
/// </summary>
public sealed class Attendance(TimeProvider time)
{
    /// <summary>Longer than a page in the background, slowed by the browser, is silent, and the writing down takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly ConcurrentDictionary<PersonId, DateTimeOffset> _seen = new();

    /// <summary>Nobody is missed for what they did before: pages take their time to ask again after a start.</summary>
    internal DateTimeOffset Opened { get; } = time.GetUtcNow();

    public void Seen(PersonId person) => _seen[person] = time.GetUtcNow();

    /// <summary>Who was seen within the patience; older ones stand in the rows and are let go.</summary>
    internal IReadOnlyDictionary<PersonId, DateTimeOffset> Lately()
    {
        foreach (var pair in _seen)
            if (time.GetUtcNow() - pair.Value > Patience)
                _seen.TryRemove(pair);
        return _seen.ToDictionary();
    }
}
