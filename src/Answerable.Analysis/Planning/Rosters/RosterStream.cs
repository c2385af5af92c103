using System.Numerics;

namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// A reproducible stream of chance for one purpose: xoshiro256** (Blackman and Vigna 2018) seeded by splitmix64 from a seed,
/// a name and a number, so that two lanes of one search never share a stream.
/// </summary>
internal struct RosterStream
{
    private ulong a, b, c, d;

    public RosterStream(long seed, string name, int number)
    {
        var mix = unchecked((ulong)seed);
        foreach (var letter in name)
            mix = unchecked((mix ^ letter) * 0x100000001B3UL);
        mix = unchecked(mix + (ulong)number * 0xD1342543DE82EF95UL);
        (a, b, c, d) = (Split(ref mix), Split(ref mix), Split(ref mix), Split(ref mix));
    }

    private static ulong Split(ref ulong state)
    {
        var z = unchecked(state += 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }

    private ulong NextBits()
    {
        var drawn = unchecked(BitOperations.RotateLeft(unchecked(b * 5), 7) * 9);
        var kept = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= kept;
        d = BitOperations.RotateLeft(d, 45);
        return drawn;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform whole number in [0, below).</summary>
    public int Next(int below) => (int)(((NextBits() >> 32) * (ulong)below) >> 32);
}
