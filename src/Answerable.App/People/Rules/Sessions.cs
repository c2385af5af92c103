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
    /// <summary>As many as sign in to a node in a shift; beyond that the answers gone stale are let go.</summary>
    private const int Many = 1000;
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Session.Standing, DateTimeOffset> _standing = new();
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly TimeProvider _time;

    internal Sessions(IDbContextFactory<AnswerableDb> databases, TimeProvider time) => (_databases, _time) = (databases, time);

    /// <summary>What is told when a person's sessions end, on the node that ended them.</summary>
    public static string Topic(PersonId person) => $"sessions:{person}";

    /// <summary>As it is written now, whatever was read a moment ago.</summary>
    public async Task<bool> StandsNowAsync(Session.Standing session)
    {
        await using var db = await _databases.CreateDbContextAsync();
        var credentials = db.Set<Credentials>().Where(row => row.Id == session.Person && row.SecurityStamp == session.Stamp
            && db.Set<PersonRow>().Any(active => active.Id == session.Person && active.DeactivatedAt == null));
        return await (session.Id is { } id
            ? credentials.Where(_ => !db.Set<EndedSessionRow>().Any(ended => ended.Id == id)) : credentials).AnyAsync();
    }

    public async ValueTask<bool> StandsAsync(Session.Standing session)
    {
        var now = _time.GetUtcNow();
        // Only a yes is remembered: a session just renewed must not wait for what was read before.
        if (_standing.TryGetValue(session, out var known) && now - known < Oldest)
            return true;
        if (!await StandsNowAsync(session))
            return false;
        if (_standing.Count > Many)
            foreach (var stale in _standing.Where(pair => now - pair.Value >= Oldest))
                _standing.TryRemove(stale);
        _standing[session] = now;
        return true;
    }
}
