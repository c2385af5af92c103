using System.Security.Cryptography;
using System.Text;
using Answerable.App.Storage;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>
/// Keeps personal texts beside the journal under a key per owner (AES-256-GCM), so that erasing a person is destroying a key,
/// and the chain, which holds only ids, still verifies. Card data are masked before anything is sealed.
/// </summary>
internal static class PersonalVault
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private static readonly Question<Func<AnswerableDb, IReadOnlyCollection<Guid>, IAsyncEnumerable<Found>>> Asked = new(() => EF.CompileAsyncQuery(
        (AnswerableDb db, IReadOnlyCollection<Guid> ids) => db.Set<PersonalRow>().AsNoTracking().Where(row => ids.Contains(row.Id))
            .Join(db.Set<PersonalKeyRow>(), row => row.Owner, key => key.Owner, (row, key) => new Found(row.Id, row.Sealed, key.Key))));

    private sealed record Found(Guid Id, byte[] Sealed, byte[] Key);

    /// <summary>Seals a text for its owner (a customer, or a contact that names none) and returns the id the journal may carry.</summary>
    public static async Task<Guid> KeepAsync(AnswerableDb db, Guid owner, string text, CancellationToken stop = default)
    {
        var key = await KeyAsync(db, owner, stop);
        var row = new PersonalRow { Id = Ids.New(), Owner = owner, Sealed = Seal(key, CardMask.Apply(text)) };
        db.Add(row);
        return row.Id;
    }

    /// <summary>The same for an owner made just now, who can have no key yet: nothing is read.</summary>
    public static (PersonalKeyRow Key, PersonalRow Text) KeepNew(Guid owner, string text)
    {
        var key = new PersonalKeyRow { Owner = owner, Key = RandomNumberGenerator.GetBytes(32) };
        return (key, new PersonalRow { Id = Ids.New(), Owner = owner, Sealed = Seal(key.Key, CardMask.Apply(text)) });
    }

    /// <summary>The texts still readable, by id; one whose owner was erased is not among them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(AnswerableDb db, IReadOnlyCollection<Guid> ids, CancellationToken stop =
        default)
    {
        var kept = ids.Count == 0 ? [] : await Asked.To(db)(db, ids).ToListAsync(stop);
        return kept.ToDictionary(row => row.Id, row => Open(row.Key, row.Sealed));
    }

    public static async Task<string?> ReadAsync(AnswerableDb db, Guid id, CancellationToken stop = default) =>
        (await ReadAsync(db, [id], stop)).GetValueOrDefault(id);

    /// <summary>Destroys the keys of these owners; how many there were.</summary>
    public static async Task<int> DestroyAsync(AnswerableDb db, IReadOnlyCollection<Guid> owners, CancellationToken stop)
    {
        await db.Set<PersonalRow>().Where(row => owners.Contains(row.Owner)).ExecuteDeleteAsync(stop);
        return await db.Set<PersonalKeyRow>().Where(row => owners.Contains(row.Owner)).ExecuteDeleteAsync(stop);
    }

    private static async Task<byte[]> KeyAsync(AnswerableDb db, Guid owner, CancellationToken stop)
    {
        if (await db.Set<PersonalKeyRow>().FindAsync([owner], stop) is { } known)
            return known.Key;
        var row = new PersonalKeyRow { Owner = owner, Key = RandomNumberGenerator.GetBytes(32) };
        db.Add(row);
        return row.Key;
    }

    private static byte[] Seal(byte[] key, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(sealedText.AsSpan(0, NonceBytes), plain, sealedText.AsSpan(NonceBytes + TagBytes), sealedText.AsSpan(NonceBytes, TagBytes));
        return sealedText;
    }

    private static string Open(byte[] key, byte[] sealedText)
    {
        var plain = new byte[sealedText.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(sealedText.AsSpan(0, NonceBytes), sealedText.AsSpan(NonceBytes + TagBytes), sealedText.AsSpan(NonceBytes, TagBytes), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
