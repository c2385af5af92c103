using System.Security.Cryptography;

namespace Answerable.Model.Journal;

/// <summary>HMAC-SHA-256 under a key that stays the same from line to line: to make it ready anew for each costs more than the hash.</summary>
internal static class KeyedHash
{
    // One thread's own: what is being worked out is kept in it. Threads are few, and so are keys.
    [ThreadStatic] private static (byte[] Key, IncrementalHash Hash)? _ready;

    public static byte[] Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> words)
    {
        if (_ready is not { } ready || !CryptographicOperations.FixedTimeEquals(ready.Key, key))
        {
            _ready?.Hash.Dispose();
            _ready = ready = (key.ToArray(), IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));
        }
        ready.Hash.AppendData(words);
        return ready.Hash.GetHashAndReset();
    }
}
