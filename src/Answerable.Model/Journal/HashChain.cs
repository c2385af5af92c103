using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Answerable.Model.Journal;

/// <summary>
/// Each line's hash covers its own words, its number and the hash before it, so that an altered, removed or
/// reordered line breaks the chain at its place.
/// </summary>
public static class HashChain
{
    public const int Length = 32;
    public static readonly byte[] Origin = new byte[Length];

    /// <summary>SHA-256 over the previous hash, then each field behind its length (so that no two lines read the same).</summary>
    /// <param name="key">Without it nobody can say what follows; empty where the chain has none.</param>
    public static byte[] Next(ReadOnlySpan<byte> previous, long number, Entry entry, ReadOnlySpan<byte> key = default)
    {
        var longest = Length + 80 + 3 * (entry.Source.Length + entry.SourceKey.Length + entry.Name.Length + entry.Body.Length);
        var rented = longest <= 2048 ? null : new byte[longest];
        var buffer = rented ?? stackalloc byte[2048];
        previous.CopyTo(buffer);
        var used = Length;
        used += Put(buffer[used..], number);
        used += Put(buffer[used..], entry.At.ToUnixTimeMilliseconds());
        used += Put(buffer[used..], (long)entry.Kind);
        used += Put(buffer[used..], entry.Subject);
        used += Put(buffer[used..], entry.Actor ?? Guid.Empty);
        used += Put(buffer[used..], entry.Source);
        used += Put(buffer[used..], entry.SourceKey);
        used += Put(buffer[used..], entry.Name);
        used += Put(buffer[used..], entry.Body);
        return key.IsEmpty ? SHA256.HashData(buffer[..used]) : KeyedHash.Of(key, buffer[..used]);
    }

    private static int Put(Span<byte> to, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to, value);
        return 8;
    }

    private static int Put(Span<byte> to, Guid value)
    {
        value.TryWriteBytes(to);
        return 16;
    }

    private static int Put(Span<byte> to, string value)
    {
        var length = Encoding.UTF8.GetBytes(value, to[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(to, length);
        return 4 + length;
    }
}
