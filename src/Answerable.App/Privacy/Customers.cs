using System.Security.Cryptography;
using System.Text;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>Finds the customer behind a reference (an account number, a caller's line), or makes one known.</summary>
internal static class Customers
{
    public static async Task<CustomerId> IdOfAsync(AnswerableDb db, string reference, DateTimeOffset now, CancellationToken stop = default) =>
        (await IdsOfAsync(db, [reference], now, stop))[reference];

    /// <summary>For many references at once, as imports need.</summary>
    public static async Task<IReadOnlyDictionary<string, CustomerId>> IdsOfAsync(AnswerableDb db, IReadOnlyCollection<string> references, DateTimeOffset now, CancellationToken stop = default)
    {
        var secret = (await db.Set<SecretRow>().AsNoTracking().SingleAsync(stop)).Secret;
        var lookups = references.Distinct().ToDictionary(reference => reference, reference => LookupOf(secret, reference));
        var hashes = lookups.Values.ToArray();
        var known = await db.Set<CustomerRow>().Where(row => hashes.Contains(row.Lookup)).ToListAsync(stop);
        var ids = known.ToDictionary(row => Convert.ToHexString(row.Lookup!), row => row.Id);
        foreach (var (reference, lookup) in lookups)
            if (!ids.ContainsKey(Convert.ToHexString(lookup)))
                ids[Convert.ToHexString(lookup)] = await AddAsync(db, Ids.New<CustomerId>(), reference, lookup, now, stop);
        return lookups.ToDictionary(pair => pair.Key, pair => ids[Convert.ToHexString(pair.Value)]);
    }

    /// <summary>Makes customers known whose ids are settled already; those known are left as they are.</summary>
    public static async Task KnowAsync(AnswerableDb db, IReadOnlyDictionary<CustomerId, string> references, DateTimeOffset since, CancellationToken stop)
    {
        var secret = (await db.Set<SecretRow>().AsNoTracking().SingleAsync(stop)).Secret;
        var known = await db.Set<CustomerRow>().Where(row => references.Keys.Contains(row.Id)).Select(row => row.Id).ToListAsync(stop);
        foreach (var (id, reference) in references.Where(pair => !known.Contains(pair.Key)))
            await AddAsync(db, id, reference, LookupOf(secret, reference), since, stop);
    }

    /// <summary>The customer of this reference, if one is known.</summary>
    public static async Task<CustomerRow?> FindAsync(AnswerableDb db, string reference, CancellationToken stop)
    {
        var secret = (await db.Set<SecretRow>().AsNoTracking().SingleAsync(stop)).Secret;
        var lookup = LookupOf(secret, reference);
        return await db.Set<CustomerRow>().SingleOrDefaultAsync(row => row.Lookup == lookup, stop);
    }

    private static async Task<CustomerId> AddAsync(AnswerableDb db, CustomerId id, string reference, byte[] lookup, DateTimeOffset now, CancellationToken stop)
    {
        var kept = await PersonalVault.KeepAsync(db, id.Value, reference.Trim(), stop);
        db.Add(new CustomerRow { Id = id, Lookup = lookup, Reference = kept, KnownSince = now });
        return id;
    }

    private static byte[] LookupOf(byte[] secret, string reference) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(reference.Trim().ToUpperInvariant()));
}
