using System.Security.Cryptography;
using System.Text;
using Answerable.Model;

namespace Answerable.App;

/// <summary>The one place ids come from: ordered by time, so that indexes grow at their end.</summary>
public static class Ids
{
#pragma warning disable RS0030 // This is that one place.
    public static Guid New() => Guid.CreateVersion7();
#pragma warning restore RS0030

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
