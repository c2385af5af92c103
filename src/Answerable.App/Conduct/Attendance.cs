using System.Collections.Concurrent;

namespace Answerable.App.Conduct;

/// <summary>Who has been seen lately: anything they asked for counts, and an open page asks every minute. Kept in memory; it begins anew with the server.</summary>
public sealed class Attendance(TimeProvider time)
{
    /// <summary>Longer than a page in the background, slowed by the browser, is silent.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly ConcurrentDictionary<PersonId, DateTimeOffset> _seen = new();
    private readonly DateTimeOffset _opened = time.GetUtcNow();

    public void Seen(PersonId person) => _seen[person] = time.GetUtcNow();

    /// <summary>Not seen for longer than patience: since the server opened where they have not come yet.</summary>
    /// <param name="comes">Somebody who may be expected to come; an invented person is missed only once they have been there.</param>
    public bool Misses(PersonId person, bool comes) =>
        (comes || _seen.ContainsKey(person)) && time.GetUtcNow() - _seen.GetValueOrDefault(person, _opened) > Patience;
}
