using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Answerable.Model;

namespace Answerable.App;

/// <summary>The one place ids come from: in the order they were made, so that indexes grow at their end, and what came in one millisecond is
/// listed as it came.</summary>
public static class Ids
{
    /// <summary>The moment of the last one: milliseconds, and twelve bits for those of one of them (RFC 9562, 6.2).</summary>
    private static long _latest;

    public static Guid New()
    {
        Span<byte> bytes = stackalloc byte[16];
#pragma warning disable RS0030 // This is that one place.
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
#pragma warning restore RS0030
        var moment = Later(BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16 << 12);
        BinaryPrimitives.WriteInt64BigEndian(bytes, moment >> 12 << 16 | 0x7000 | moment & 0xFFF);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The moment, or the next after the last one given: no two are alike, and a clock put back puts nothing before what there is.
    /// </summary>
    private static long Later(long moment)
    {
        while (true)
        {
            var latest = Interlocked.Read(ref _latest);
            var next = Math.Max(moment, latest + 1);
            if (Interlocked.CompareExchange(ref _latest, next, latest) == latest)
                return next;
        }
    }

    /// <summary>The id of what another system knows by its own key: the same source and key always give the same id.</summary>
    public static Guid Of(string source, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{key}")).AsSpan(0, 16);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80); // RFC 9562 version 8: made by a rule of our own.
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    public static TId New<TId>() where TId : struct, IStrongId<TId> => TId.From(New());
}
