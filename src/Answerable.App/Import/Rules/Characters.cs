using System.Buffers;
using System.Text;

namespace Answerable.App.Import;

/// <summary>How the characters of a file are written in bytes.</summary>
public static class Characters
{
    private const int Looked = 4096;
    private const int LongestBeginning = 160;

    /// <summary>The usual ones, and in words.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Offered =
    [
        ("utf-8", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16be", "UTF-16, the high byte first"), ("windows-1252", "Windows-1252 (Western Europe)"),
        ("windows-1250", "Windows-1250 (Central Europe)"), ("windows-1251", "Windows-1251 (Cyrillic)"), ("iso-8859-15", "ISO 8859-15"),
        ("macintosh", "Mac Roman"),
    ];

    public static string Words(string name) => Offered.FirstOrDefault(one => one.Name == name).Words ?? name;

    /// <summary>The encoding of a name; none where nobody knows it.</summary>
    internal static Encoding? Named(string name)
    {
        var plain = name.Trim().ToLowerInvariant() switch
        {
            "utf8" => "utf-8",
            "utf-16le" => "utf-16",
            "ansi" or "latin1" or "cp1252" or "1252" => "windows-1252",
            var other => other,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain);
        }
        // Some names are known and not read: UTF-7 hides characters in others.
        catch (Exception unread) when (unread is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether the name is one of UTF-8's, however it is written.</summary>
    internal static bool AreUtf8(string name) => Named(name)?.CodePage == Encoding.UTF8.CodePage;

    /// <summary>As the first bytes show it: by a mark, or by the noughts between Western letters; else UTF-8.</summary>
    internal static string Shown(Stream file)
    {
        var block = new byte[Looked];
        var head = block.AsSpan(0, file.ReadAtLeast(block, Looked, throwOnEndOfStream: false));
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return head[0] == 0xFF ? "utf-16" : "utf-16be";
        var (even, odd) = (0, 0);
        for (var place = 0; place < head.Length; place++)
            if (head[place] == 0)
                _ = place % 2 == 0 ? even++ : odd++;
        return odd > head.Length / 5 && even < odd / 4 ? "utf-16" : even > head.Length / 5 && odd < even / 4 ? "utf-16be" : "utf-8";
    }

    /// <summary>The first line that holds bytes which are no UTF-8, and how it begins where these are Windows-1252; none where all is. A file may be
    /// one line: no more of it than its beginning is kept.</summary>
    internal static (long Line, string Text)? Amiss(Stream file, CancellationToken stop)
    {
        var (lines, block, kept) = (new LinesPassed(LongestBeginning), new byte[1 << 16], 0);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var read = file.ReadAtLeast(block.AsSpan(kept), block.Length - kept, throwOnEndOfStream: false);
            var bytes = block.AsSpan(0, kept + read);
            var (sound, wrong) = Sound(bytes);
            var over = bytes.Length < block.Length;
            lines.Pass(bytes[..sound]);
            // What breaks off may go on in the next block.
            if (sound < bytes.Length && (wrong || over))
            {
                var rest = bytes[sound..].ToArray();
                var after = file.ReadAtLeast(block, LongestBeginning, throwOnEndOfStream: false);
                return (lines.Line, Named("windows-1252")!.GetString(lines.BeginningWith([.. rest, .. block.AsSpan(0, after)])));
            }
            if (over)
                return null;
            bytes[sound..].CopyTo(block);
            kept = bytes.Length - sound;
        }
    }

    /// <summary>How many of the bytes are UTF-8, and whether those after them are wrong rather than broken off.</summary>
    private static (int Length, bool Wrong) Sound(ReadOnlySpan<byte> bytes)
    {
        for (var place = 0; ;)
        {
            var ascii = bytes[place..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
                return (bytes.Length, false);
            place += ascii;
            var status = Rune.DecodeFromUtf8(bytes[place..], out _, out var length);
            if (status != OperationStatus.Done)
                return (place, status == OperationStatus.InvalidData);
            place += length;
        }
    }
}
