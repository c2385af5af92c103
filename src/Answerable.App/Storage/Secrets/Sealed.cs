using System.Security.Cryptography;
using System.Text;

namespace Answerable.App.Storage;

/// <summary>AES-256-GCM with a nonce by chance; what is sealed opens only under its key and for the purpose it was sealed for.</summary>
internal static class Sealed
{
    public const int KeyBytes = 32;
    public const int Overhead = NonceBytes + TagBytes;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static byte[] Seal(byte[] key, string purpose, ReadOnlySpan<byte> plain)
    {
        var made = new byte[Overhead + plain.Length];
        RandomNumberGenerator.Fill(made.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(made.AsSpan(0, NonceBytes), plain, made.AsSpan(Overhead), made.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(purpose));
        return made;
    }

    /// <exception cref="CryptographicException">It is not what was sealed, or was sealed under another key or for another purpose.</exception>
    public static byte[] Open(byte[] key, string purpose, ReadOnlySpan<byte> made)
    {
        if (made.Length < Overhead)
            throw new CryptographicException("Too short to have been sealed.");
        var plain = new byte[made.Length - Overhead];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(made[..NonceBytes], made[Overhead..], made[NonceBytes..Overhead], plain, Encoding.UTF8.GetBytes(purpose));
        return plain;
    }
}
