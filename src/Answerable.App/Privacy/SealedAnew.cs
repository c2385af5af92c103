using System.Security.Cryptography;
using Answerable.App.Storage;

namespace Answerable.App.Privacy;

/// <summary>
/// The texts of an earlier version, whose keys stood in the database in clear: each owner is given a new key and their texts are sealed under it, so
/// that what copies of the database still say of the old one opens nothing written since.
/// </summary>
internal sealed class SealedAnew : IFirstWrapping
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public WrappedColumn Wraps => PersonalKeyRow.Wrapped;

    public IReadOnlyList<string> Rewrites => ["journal_personal"];

    public async Task WrapAsync(RowsInHand rows, MasterKey master, CancellationToken stop)
    {
        var old = (await rows.RowsAsync("SELECT owner, key FROM journal_personal_keys", stop))
            .ToDictionary(row => IdOf(row[0]), row => (byte[])row[1]);
        var made = old.Keys.ToDictionary(owner => owner, owner => PersonalKeyRow.Make(master, owner));
        foreach (var row in await rows.RowsAsync("SELECT id, owner, sealed FROM journal_personal", stop))
            if (old.TryGetValue(IdOf(row[1]), out var key))
            {
                var (id, owner) = (IdOf(row[0]), IdOf(row[1]));
                var anew = Sealed.Seal(made[owner].Key, PersonalRow.PurposeOf(id, owner), OpenOld(key, (byte[])row[2]));
                await rows.PutAsync("journal_personal", "id", [row[0]], "sealed", anew, stop);
            }
        foreach (var row in await rows.RowsAsync("SELECT owner FROM journal_personal_keys", stop))
            await rows.PutAsync("journal_personal_keys", "owner", [row[0]], "key", made[IdOf(row[0])].Row.Key, stop);
    }

    private static Guid IdOf(object value) => value is Guid id ? id : Guid.Parse((string)value);

    /// <summary>As 0.1.0 sealed: for no purpose.</summary>
    private static byte[] OpenOld(byte[] key, byte[] made)
    {
        var plain = new byte[made.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(made.AsSpan(0, NonceBytes), made.AsSpan(NonceBytes + TagBytes), made.AsSpan(NonceBytes, TagBytes), plain);
        return plain;
    }
}
