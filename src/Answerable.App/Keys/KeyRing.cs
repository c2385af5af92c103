using System.Buffers.Binary;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Keys;

/// <summary>
/// The keys in use, in memory: finding one costs a hash. What is held is never older than a second, so that a key revoked on
/// another node, or on the command line, is refused within one; a key just made is looked for again.
/// </summary>
public sealed class KeyRing
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StrangersWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan UseNoted = TimeSpan.FromMinutes(1);

    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly Writer _writer;
    private readonly TimeProvider _time;
    private readonly Remembered<Dictionary<UInt128, Holding>> _keys;

    internal KeyRing(IDbContextFactory<AnswerableDb> databases, Writer writer, TimeProvider time)
    {
        (_databases, _writer, _time) = (databases, writer, time);
        _keys = new(ReadAsync, time);
    }

    private sealed class Holding(KeyHeld key, DateTimeOffset? lastUsed)
    {
        public KeyHeld Key => key;
        public long LastNoted = lastUsed?.UtcTicks ?? 0;
    }

    /// <summary>The key of this secret, or null where there is none in use.</summary>
    public async ValueTask<KeyHeld?> FindAsync(string secret)
    {
        if (!secret.StartsWith(KeyRow.Prefix, StringComparison.Ordinal) || secret.Length > 100)
            return null;
        var hash = Short(KeyRow.HashOf(secret));
        var held = (await _keys.NoOlderThanAsync(Oldest)).GetValueOrDefault(hash) ?? await LookAgainAsync(hash);
        if (held is null)
            return null;
        NoteUse(held);
        return held.Key;
    }

    /// <summary>A stranger may be a key just made. They wait a little, so that no crowd of strangers keeps the database busy.</summary>
    private async Task<Holding?> LookAgainAsync(UInt128 hash)
    {
        var asked = _time.GetTimestamp();
        await Task.Delay(StrangersWait, _time);
        return (await _keys.NotBeforeAsync(asked)).GetValueOrDefault(hash);
    }

    /// <summary>128 bits of a secret's hash: as many as nobody can aim at.</summary>
    private static UInt128 Short(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt128BigEndian(hash);

    private async Task<Dictionary<UInt128, Holding>> ReadAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        var rows = await db.Set<KeyRow>().AsNoTracking().Where(row => row.RevokedAt == null).ToListAsync();
        var owners = await OwnersAsync(db, rows);
        return rows.Where(row => row.Owner is null || owners.ContainsKey(row.Owner.Value)).ToDictionary(
            row => Short(row.Hash),
            row => new Holding(new KeyHeld(row.Id, row.Name, row.Source, row.Owner is { } owner ? owners[owner] with { ByKey = row.Name }
                : Actor.Key(row.Name, Permission.DeliverEvents)), row.LastUsedAt));
    }

    /// <summary>A personal key may what its person may; one who handles contacts may deliver their events. One who has left may nothing.</summary>
    private static async Task<Dictionary<PersonId, Actor>> OwnersAsync(AnswerableDb db, List<KeyRow> keys)
    {
        var owners = keys.Select(key => key.Owner).OfType<PersonId>().Distinct().ToArray();
        if (owners.Length == 0)
            return [];
        var people =
            await db.Set<PersonRow>().AsNoTracking().Where(person => owners.Contains(person.Id) && person.DeactivatedAt == null).ToListAsync();
        var roles = (await db.Set<HeldRoleRow>().AsNoTracking().Where(held => owners.Contains(held.Person)).ToListAsync())
            .ToLookup(held => held.Person, held => held.Role);
        return people.ToDictionary(person => person.Id, person =>
        {
            var actor = Actor.Of(person.Id, person.Name, [.. roles[person.Id]], person.Team);
            return actor.May(Permission.HandleContacts) ? actor with { Granted = [Permission.DeliverEvents] } : actor;
        });
    }

    private void NoteUse(Holding held)
    {
        var (now, noted) = (_time.GetUtcNow(), Interlocked.Read(ref held.LastNoted));
        if (now.UtcTicks - noted < UseNoted.Ticks || Interlocked.CompareExchange(ref held.LastNoted, now.UtcTicks, noted) != noted)
            return;
        // Nobody waits for this, and nothing but the page that shows it depends on it.
        _ = _writer.AppendAsync([], (db, _) => db.Set<KeyRow>().Where(row => row.Id == held.Key.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now)), [], CancellationToken.None);
    }
}
