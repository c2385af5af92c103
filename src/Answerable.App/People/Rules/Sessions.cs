using System.Collections.Concurrent;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>
/// Whether a session still stands and where its person has their place, asked at every request and answered from memory for a moment: what ends
/// a session or moves its person, on this node or another, is felt as soon as it is told of, and within two seconds where that cannot be. Those
/// asked about of late are looked at all together, so that a floor full of desks costs no more than two small reads in that time.
/// </summary>
public sealed class Sessions : ISessions, IDisposable
{
    private const string Topics = "sessions:";

    /// <summary>As many as are looked at in one question.</summary>
    private const int Together = 500;
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(2);
    /// <summary>One that nobody asked about for so long is let go.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);
    // Only a yes is remembered: a session just renewed must not wait for what was read before.
    private readonly ConcurrentDictionary<Session.Claim, Seen> _seen = new();
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly TimeProvider _time;

    private int _ends;

    internal Sessions(IDbContextFactory<AnswerableDb> databases, Noticeboard noticeboard, TimeProvider time)
    {
        (_databases, _time) = (databases, time);
        noticeboard.Told += Forget;
    }

    /// <summary>What is told when a person's sessions end, or the person is moved.</summary>
    public static string Topic(PersonId person) => Topics + person;

    /// <summary>As it is written now, whatever was read a moment ago.</summary>
    public async Task<Session.Place?> PlaceNowAsync(Session.Claim session)
    {
        await using var db = await _databases.CreateDbContextAsync();
        return await SessionPlaces.OfAsync(db, session, CancellationToken.None);
    }

    /// <summary>Why one that stands no more has ended.</summary>
    public async Task<SessionEnd> WhyEndedAsync(Actor who)
    {
        await using var db = await _databases.CreateDbContextAsync();
        if (!await Session.MayOpenAsync(db, who.Id, CancellationToken.None))
            return SessionEnd.AccountClosed;
        // One in which a second factor was owed had no role to lose.
        var roles = who.Roles.Count == 0 ? who.Roles : await HeldRoles.OfAsync(db, who.Id, CancellationToken.None);
        return roles.SequenceEqual(who.Roles.Order()) ? SessionEnd.SignedOut : SessionEnd.RolesChanged;
    }

    async Task<Actor?> ISessions.ActorNowAsync(AnswerableDb db, Actor who, CancellationToken stop) =>
        await SessionPlaces.OfAsync(db, new Session.Claim(who.Id, who.Stamp!, who.Session), stop) is { } place
            ? who with { Team = place.Team } : null;

    /// <summary>Null where the session has ended.</summary>
    public async ValueTask<Session.Place?> PlaceAsync(Session.Claim session)
    {
        if (!_seen.ContainsKey(session))
            return await PlaceNewlyAsync(session);
        if (Known(session) is { } known)
            return known;
        await _looking.WaitAsync();
        try
        {
            // Whoever waited here before has mostly looked already.
            if (_seen.ContainsKey(session) && Known(session) is null)
                await LookAsync();
        }
        finally
        {
            _looking.Release();
        }
        // What was forgotten meanwhile, or read so slowly that it is old by now, is asked for by itself: on a busy machine nobody is thrown out.
        return Known(session) ?? await PlaceNewlyAsync(session);
    }

    public void Dispose() => _looking.Dispose();

    /// <summary>As it was a moment ago; null where that is not known.</summary>
    private Session.Place? Known(Session.Claim session)
    {
        if (!_seen.TryGetValue(session, out var seen))
            return null;
        seen.Asked = _time.GetTimestamp();
        return _time.GetElapsedTime(seen.At, seen.Asked) < Oldest ? seen.Place : null;
    }

    private async Task<Session.Place?> PlaceNewlyAsync(Session.Claim session)
    {
        var (now, ends) = (_time.GetTimestamp(), Volatile.Read(ref _ends));
        if (await PlaceNowAsync(session) is not { } place)
            return null;
        // What was read before a session ended here is not remembered after it.
        if (ends == Volatile.Read(ref _ends))
            _seen[session] = new Seen { At = now, Asked = now, Place = place };
        return place;
    }

    /// <summary>What ended is felt at once; where others could not be heard for a while, nothing is believed that was read before.</summary>
    private void Forget(Notice told)
    {
        if (told == Notice.LookAgain)
        {
            Interlocked.Increment(ref _ends);
            _seen.Clear();
        }
        if (!told.Topic.StartsWith(Topics, StringComparison.Ordinal))
            return;
        Interlocked.Increment(ref _ends);
        foreach (var session in _seen.Keys.Where(session => Topic(session.Person) == told.Topic))
            _seen.TryRemove(session, out _);
    }

    private async Task LookAsync()
    {
        var now = _time.GetTimestamp();
        foreach (var idle in _seen.Where(pair => _time.GetElapsedTime(pair.Value.Asked, now) >= Idle))
            _seen.TryRemove(idle.Key, out _);
        await using var db = await _databases.CreateDbContextAsync();
        foreach (var some in _seen.Keys.Chunk(Together))
        {
            var places = await SessionPlaces.OfAsync(db, some);
            foreach (var session in some)
                if (!places.TryGetValue(session, out var place))
                    _seen.TryRemove(session, out _);
                else if (_seen.TryGetValue(session, out var seen))
                    (seen.Place, seen.At) = (place, now);
        }
    }

    // By the clock that only runs forward: one set back may not let an ended session stand.
    private sealed class Seen
    {
        public long At { get; set; }
        public long Asked { get; set; }
        public required Session.Place Place { get; set; }
    }
}
