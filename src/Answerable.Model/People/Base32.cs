using System.Text;

namespace Answerable.Model.People;

/// <summary>Bytes as letters and digits that are not mistaken for one another (RFC 4648), as authenticator apps take keys.</summary>
public static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var one in bytes)
        {
            held = held << 8 | one;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Letters[held >> bits - 5 & 31]);
            held &= (1 << bits) - 1;
        }
        return bits == 0 ? text.ToString() : text.Append(Letters[held << 5 - bits & 31]).ToString();
    }

    /// <summary>Spaces and case do not matter; null where something else stands there.</summary>
    public static byte[]? Read(string text)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var letter in text.ToUpperInvariant())
        {
            if (letter is ' ' or '=')
                continue;
            var value = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                return null;
            held = held << 5 | value;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
