using System.IO.Compression;
using System.Text;

namespace Answerable.App.Planning;

/// <summary>A long text packed small, for it is written while all others wait; one kept before there was packing is read as it is.</summary>
internal static class PackedText
{
    private const string Packed = "br:";

    public static string Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Optimal))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return Packed + Convert.ToBase64String(packed.ToArray());
    }

    public static string Read(string kept)
    {
        if (!kept.StartsWith(Packed, StringComparison.Ordinal))
            return kept;
        using var zip = new BrotliStream(new MemoryStream(Convert.FromBase64String(kept[Packed.Length..])), CompressionMode.Decompress);
        using var text = new StreamReader(zip, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
