using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Answerable.Model.People;

/// <summary>
/// The six digits an authenticator app shows (RFC 6238: HMAC-SHA-1 over half minutes, as every app has it). Each code counts once:
/// whoever has read it over a shoulder, or in between, cannot use it again.
/// </summary>
public static class OneTimeCode
{
    private const int Digits = 6;
    private const int Seconds = 30;
    private const int LeastKeyBytes = 16;
    private const int MostKeyBytes = 64;

    /// <summary>A phone's clock may be half a minute off.</summary>
    private const int StepsOff = 1;

    /// <summary>The half minute whose code this is; null where it is of none near now, or of one not after the last that was used.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now, long? lastUsed)
    {
        if (code.Length != Digits || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var typed)
            || Base32.Read(key) is not { } secret)
            return null;
        var present = now.ToUnixTimeSeconds() / Seconds;
        for (var step = present - StepsOff; step <= present + StepsOff; step++)
            if (step > (lastUsed ?? -1) && Of(secret, step) == typed)
                return step;
        return null;
    }

    /// <summary>Whether a key is one: enough bytes, written as apps write them.</summary>
    public static bool IsKey(string key) => Base32.Read(key) is { Length: >= LeastKeyBytes and <= MostKeyBytes };

    /// <summary>What an app shows in a half minute.</summary>
    public static string At(string key, DateTimeOffset at) =>
        Of(Base32.Read(key) ?? throw new ArgumentException("This is no key of an authenticator.", nameof(key)), at.ToUnixTimeSeconds() / Seconds)
            .ToString("D6", CultureInfo.InvariantCulture);

    [SuppressMessage("Security", "CA5350", Justification =
        "What every authenticator app computes; as a keyed hash cut to six digits SHA-1 is not weak.")]
    private static int Of(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var offset = hash[^1] & 0xF;
        return (BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue) % 1_000_000;
    }
}
