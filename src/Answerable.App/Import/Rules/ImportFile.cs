using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Answerable.App.Import.Profiles;
using Answerable.Model;

namespace Answerable.App.Import;

/// <summary>
/// A file to be imported. One brought by a page lies only enciphered, under a key in the database, and goes when the import ends: it may hold what
/// may not be kept.
/// </summary>
/// <param name="doubt">What has been found of its characters; none where nobody has looked.</param>
internal sealed class ImportFile(Func<Stream> open, Func<bool> exists, byte[]? key, string? doubt = null)
{
    private string? _doubt = doubt;

    public bool Exists => exists();

    public static ImportFile OnDisk(string path, byte[]? key, string? doubt = null) =>
        new(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), () => File.Exists(path), key, doubt);

    /// <summary>Keeps what comes, enciphered, up to a limit; returns null where it is larger.</summary>
    public static async Task<(string Hash, long Length)?> KeepAsync(Stream from, Stream to, byte[] key, long limit, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var aes = Cipher(key);
        var length = 0L;
        await using var enciphered = new CryptoStream(to, aes.CreateEncryptor(), CryptoStreamMode.Write, leaveOpen: true);
        var block = new byte[1 << 16];
        for (var read = await from.ReadAsync(block, stop); read > 0; read = await from.ReadAsync(block, stop))
        {
            length += read;
            if (length > limit)
                return null;
            hash.AppendData(block, 0, read);
            await enciphered.WriteAsync(block.AsMemory(0, read), stop);
        }
        await enciphered.FlushFinalBlockAsync(stop);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(48);

    public static async Task<string> HashAsync(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }

    /// <param name="encoding">None where the bytes show it.</param>
    public Opened Open(string? encoding = null)
    {
        var characters = Characters.Named(encoding ?? Shown()) ?? Encoding.UTF8;
        if (key is null)
            return new Opened(open(), null, characters);
        using var aes = Cipher(key);
        return new Opened(open(), aes.CreateDecryptor(), characters);
    }

    /// <summary>How its characters are written, as its first bytes show it.</summary>
    public string Shown()
    {
        using var opened = Bytes();
        return Characters.Shown(opened.Bytes);
    }

    /// <summary>The first line whose bytes are not what they are shown to be, and how it begins, masked; none where all of them are.</summary>
    public (long Line, string Text)? Amiss(CancellationToken stop) => Doubt(stop).Split('\n', 2) is [var line, var text]
        ? (long.Parse(line, CultureInfo.InvariantCulture), text) : null;

    /// <summary>The same, to be kept with the import: the whole file is gone through for it once.</summary>
    public string Doubt(CancellationToken stop) => _doubt ??= Look(stop) is var (line, text)
        ? string.Create(CultureInfo.InvariantCulture, $"{line}\n{Remark.Masked(text)}") : "";

    private (long Line, string Text)? Look(CancellationToken stop)
    {
        if (Shown() != "utf-8")
            return null;
        using var opened = Bytes();
        return Characters.Amiss(opened.Bytes, stop);
    }

    private Opened Bytes()
    {
        using var aes = key is null ? null : Cipher(key);
        return new Opened(open(), aes?.CreateDecryptor(), Encoding.Latin1);
    }

    /// <summary>Why the file cannot be a table of text at all, judged by its beginning.</summary>
    public Refusal? Misfit(string? encoding = null)
    {
        using var opened = Open(encoding);
        return NoText(opened.Text) is { } sentence ? new Refusal("import.file", sentence, "file") : null;
    }

    /// <summary>Why the file cannot be of the profile, judged by its beginning.</summary>
    public Refusal? Misfit(Profile profile)
    {
        if (Misfit(profile.Encoding) is { } noText)
            return noText;
        using var opened = Open(profile.Encoding);
        return profile.Format.Misfit(opened.Text, profile.Needed) is { } misfit ? new Refusal("import.file", misfit, "file") : null;
    }

    private static string? NoText(StreamReader text)
    {
        var block = new char[4096];
        var beginning = block.AsSpan(0, text.ReadBlock(block));
        return beginning.IsEmpty || beginning.Trim().IsEmpty ? "The file is empty."
            : beginning.StartsWith("PK\u0003\u0004") ? "The file is a spreadsheet or an archive: save the table as CSV first."
            : beginning.Contains('\0') ? "The file is not text, or its characters are written in another way than was said."
            : null;
    }

    private static Aes Cipher(byte[] key)
    {
        var aes = Aes.Create();
        (aes.Key, aes.IV) = (key[..32], key[32..]);
        return aes;
    }

    /// <summary>The file while it is read, and how much of it has been.</summary>
    internal sealed class Opened : IDisposable
    {
        private readonly Stream _file;
        private readonly Stream _plain;

        public Opened(Stream file, ICryptoTransform? decipher, Encoding characters)
        {
            _file = file;
            _plain = decipher is null ? _file : new CryptoStream(_file, decipher, CryptoStreamMode.Read);
            Text = new StreamReader(_plain, characters, true, 1 << 16);
        }

        public Stream Bytes => _plain;

        public StreamReader Text { get; }
        public long BytesRead() => _file.Position;

        public void Dispose()
        {
            Text.Dispose();
            _plain.Dispose();
            _file.Dispose();
        }
    }
}
