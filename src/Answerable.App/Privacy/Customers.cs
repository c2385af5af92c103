using System.Security.Cryptography;
using System.Text;
using Answerable.App.Storage;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>Finds the customer behind a reference (an account number, a caller's line), or makes one known.</summary>
internal static class Customers
{
    /// <summary>What was found behind references, and who is to be made known behind the others.</summary>
    /// <param name="Lookups">By reference.</param>
    internal sealed record Looked(
        IReadOnlyDictionary<string, string> Lookups, Dictionary<string, CustomerId> Known, IReadOnlyList<Stranger> Strangers);

    internal sealed record Stranger(CustomerRow Row, PersonalKeyRow Key, PersonalRow Text)
    {
        public string Lookup => Convert.ToHexString(Row.Lookup!);
    }

    public static async Task<CustomerId> IdOfAsync(AnswerableDb db, string reference, DateTimeOffset now, CancellationToken stop = default) =>
        (await MakeKnownAsync(db, await LookAsync(db, [reference], now, stop), stop))[reference];

    /// <summary>Looks for many at once, as imports need; and seals what is to be kept of those not known, which takes its time.</summary>
    public static async Task<Looked> LookAsync(AnswerableDb db, IReadOnlyCollection<string> references, DateTimeOffset now, CancellationToken stop)
    {
        var secret = await SecretRow.OpenAsync(db, stop);
        var forms = references.Distinct().ToDictionary(reference => reference, reference => LookupsOf(secret, reference));
        var known = await KnownAsync(db, forms.Values.SelectMany(lookups => lookups), stop);
        var lookups = forms.ToDictionary(pair => pair.Key, pair => pair.Value.FirstOrDefault(known.ContainsKey) ?? pair.Value[0]);
        var strangers = lookups.Where(pair => !known.ContainsKey(pair.Value)).DistinctBy(pair => pair.Value)
            .Select(pair => Make(db.Master, Ids.New<CustomerId>(), pair.Key, Convert.FromHexString(pair.Value), now));
        return new Looked(lookups, known, [.. strangers]);
    }

    /// <summary>Makes those known who still are not; for each reference, who is behind it.</summary>
    public static async Task<IReadOnlyDictionary<string, CustomerId>> MakeKnownAsync(AnswerableDb db, Looked looked, CancellationToken stop)
    {
        var ids = new Dictionary<string, CustomerId>(looked.Known);
        var meanwhile = await KnownAsync(db, [.. looked.Strangers.Select(stranger => stranger.Lookup)], stop);
        foreach (var stranger in looked.Strangers)
            ids[stranger.Lookup] = meanwhile.TryGetValue(stranger.Lookup, out var known) ? known : Add(db, stranger);
        return looked.Lookups.ToDictionary(pair => pair.Key, pair => ids[pair.Value]);
    }

    /// <summary>Makes customers known whose ids are settled already; those known are left as they are.</summary>
    public static async Task KnowAsync(AnswerableDb db, IReadOnlyDictionary<CustomerId, string> references, DateTimeOffset since,
        CancellationToken stop)
    {
        var secret = await SecretRow.OpenAsync(db, stop);
        var known = await db.Set<CustomerRow>().Where(row => references.Keys.Contains(row.Id)).Select(row => row.Id).ToListAsync(stop);
        foreach (var (id, reference) in references.Where(pair => !known.Contains(pair.Key)))
            Add(db, Make(db.Master, id, reference, Convert.FromHexString(LookupsOf(secret, reference)[0]), since));
    }

    /// <summary>The customer of this reference, if one is known.</summary>
    public static async Task<CustomerRow?> FindAsync(AnswerableDb db, string reference, CancellationToken stop)
    {
        var secret = await SecretRow.OpenAsync(db, stop);
        foreach (var lookup in LookupsOf(secret, reference).Select(Convert.FromHexString))
            if (await db.Set<CustomerRow>().SingleOrDefaultAsync(row => row.Lookup == lookup, stop) is { } known)
                return known;
        return null;
    }

    /// <summary>The customers of these references who are known.</summary>
    public static async Task<IReadOnlyDictionary<string, CustomerId>> FindAsync(AnswerableDb db, IReadOnlyCollection<string> references,
        CancellationToken stop)
    {
        var secret = await SecretRow.OpenAsync(db, stop);
        var forms = references.ToDictionary(reference => reference, reference => LookupsOf(secret, reference));
        var known = await KnownAsync(db, forms.Values.SelectMany(lookups => lookups), stop);
        return forms.Select(pair => (pair.Key, Lookup: pair.Value.FirstOrDefault(known.ContainsKey))).Where(found => found.Lookup is not null)
            .ToDictionary(found => found.Key, found => known[found.Lookup!]);
    }

    /// <summary>When this customer was erased; nothing of one who was not.</summary>
    public static Task<DateTimeOffset?> ErasedAtAsync(AnswerableDb db, CustomerId? customer, CancellationToken stop) => customer is null
        ? Task.FromResult<DateTimeOffset?>(null)
        : db.Set<CustomerRow>().Where(row => row.Id == customer).Select(row => row.ErasedAt).SingleOrDefaultAsync(stop);

    private static async Task<Dictionary<string, CustomerId>> KnownAsync(AnswerableDb db, IEnumerable<string> lookups, CancellationToken stop)
    {
        byte[]?[] hashes = [.. lookups.Select(Convert.FromHexString)];
        if (hashes.Length == 0)
            return [];
        var known = await db.Set<CustomerRow>().AsNoTracking().Where(row => hashes.Contains(row.Lookup)).Select(row => new { row.Id, row.Lookup })
            .ToListAsync(stop);
        return known.ToDictionary(row => Convert.ToHexString(row.Lookup!), row => row.Id);
    }

    private static Stranger Make(MasterKey master, CustomerId id, string reference, byte[] lookup, DateTimeOffset since)
    {
        var (key, text) = PersonalVault.KeepNew(master, id.Value, reference.Trim());
        return new Stranger(new CustomerRow { Id = id, Lookup = lookup, Reference = text.Id, KnownSince = since }, key, text);
    }

    private static CustomerId Add(AnswerableDb db, Stranger stranger)
    {
        db.AddRange(stranger.Row, stranger.Key, stranger.Text);
        return stranger.Row.Id;
    }

    /// <summary>How one is looked up, and how one made known by 0.1.0 is, which folded capitals only.</summary>
    private static string[] LookupsOf(byte[] secret, string reference) =>
    [
        .. new[] { CustomerReference.Folded(reference), reference.Trim().ToUpperInvariant() }.Distinct()
            .Select(form => Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(form)))),
    ];
}
