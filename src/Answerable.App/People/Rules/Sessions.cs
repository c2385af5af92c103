using System.Collections.Concurrent;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>
/// Whether a session still stands, asked at every request and answered from memory for a moment: what ends a session, on this node or
/// another, is felt within two seconds, and a busy page costs no more than one small read in that time.
/// </summary>
public sealed class Sessions
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<PersonId, (string Stamp, DateTimeOffset At)> _standing = new();
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly TimeProvider _time;

    internal Sessions(IDbContextFactory<AnswerableDb> databases, TimeProvider time) => (_databases, _time) = (databases, time);

    /// <summary>What is told when a person's sessions end, on the node that ended them.</summary>
    public static string Topic(PersonId person) => $"sessions:{person}";

    /// <summary>As it is written now, whatever was read a moment ago.</summary>
    public async Task<bool> StandsNowAsync(PersonId person, string stamp) => await ReadAsync(person) == stamp;

    public async ValueTask<bool> StandsAsync(PersonId person, string stamp)
    {
        var now = _time.GetUtcNow();
        // Only a yes is remembered: a session just renewed must not wait for what was read before.
        if (_standing.TryGetValue(person, out var known) && known.Stamp == stamp && now - known.At < Oldest)
            return true;
        if (await ReadAsync(person) != stamp)
            return false;
        _standing[person] = (stamp, now);
        return true;
    }

    private async Task<string?> ReadAsync(PersonId person)
    {
        await using var db = await _databases.CreateDbContextAsync();
        return await db.Set<Credentials>()
            .Where(row => row.Id == person && db.Set<PersonRow>().Any(active => active.Id == person && active.DeactivatedAt == null))
            .Select(row => row.SecurityStamp).SingleOrDefaultAsync();
    }
}
