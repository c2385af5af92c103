using System.Globalization;
using Answerable.App.Storage;
using Answerable.Model.Journal;

namespace Answerable.App.Journal;

/// <summary>
/// Where the chain ended at an instant, said under its key, to be kept where whoever can change the database cannot: what was cut off, or written
/// anew, since is then missed.
/// </summary>
public sealed record Anchor(DateTimeOffset At, long Number, string Hash, string Seal)
{
    private const string Instants = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>As a line of a file: when, which line, its hash, the seal.</summary>
    public string Line() => string.Create(CultureInfo.InvariantCulture,
        $"{At.UtcDateTime.ToString(Instants, CultureInfo.InvariantCulture)} {Number} {Hash} {Seal}");

    /// <summary>The anchor a line says; null where it says none.</summary>
    public static Anchor? Read(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var at, var number, var hash, var seal]
        && DateTimeOffset.TryParseExact(at, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && IsHash(hash) && IsHash(seal) ? new Anchor(instant, place, hash, seal) : null;

    internal static Anchor Of(DateTimeOffset at, JournalHeadRow head, ChainKey chain)
    {
        var hash = Convert.ToHexStringLower(head.Hash);
        return new Anchor(at, head.Number, hash, Convert.ToHexStringLower(chain.Seal(head.Number, Said(at, head.Hash))));
    }

    internal bool Holds(ChainKey chain) =>
        Convert.FromHexString(Seal).AsSpan().SequenceEqual(chain.Seal(Number, Said(At, Convert.FromHexString(Hash))));

    // The instant is sealed with it: no older anchor passes for one of today.
    private static byte[] Said(DateTimeOffset at, byte[] hash)
    {
        byte[] said = [.. hash];
        var seconds = at.ToUnixTimeSeconds();
        for (var place = 0; place < 8; place++)
            said[place] ^= (byte)(seconds >> place * 8);
        return said;
    }

    /// <summary>Whether a word can be a line's hash at all, as a head is.</summary>
    public static bool IsHash(string word) => word.Length == HashChain.Length * 2 && word.All(char.IsAsciiHexDigit);
}
