using System.Text;

namespace Answerable.App.Import;

/// <summary>How the characters of a file are written in bytes.</summary>
public static class Characters
{
    private const int Looked = 4096;

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
        catch (ArgumentException)
        {
            return null;
        }
    }

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

    /// <summary>The first line that holds bytes which are no UTF-8, and how it begins where these are Windows-1252; none where all is.</summary>
    internal static (long Line, string Text)? Amiss(Stream file)
    {
        using var lines = new StreamReader(file, Encoding.Latin1, false, 1 << 16, leaveOpen: true);
        var strict = new UTF8Encoding(false, true);
        for (var line = 1L; lines.ReadLine() is { } text; line++)
        {
            if (System.Text.Ascii.IsValid(text))
                continue;
            var bytes = Encoding.Latin1.GetBytes(text);
            try
            {
                strict.GetCharCount(bytes);
            }
            catch (DecoderFallbackException)
            {
                return (line, Named("windows-1252")!.GetString(bytes));
            }
        }
        return null;
    }
}
