using System.Numerics;
using System.Runtime.CompilerServices;

namespace Answerable.Simulation.Streams;

/// <summary>
/// A reproducible stream of random numbers: xoshiro256** (Blackman and Vigna 2018, period 2^256 - 1), about a nanosecond a draw.
/// A stream belongs to one thread; take one for every purpose and replication from <see cref="StreamSource"/>.
/// </summary>
public sealed class RandomStream
{
    private static readonly ulong[] JumpPolynomial =
        [0x180ec6d33cfd0aba, 0xd5a61266f0c9392c, 0xa9582618e03fc9aa, 0x39abdc4529b1661c];

    private ulong s0, s1, s2, s3;

    /// <summary>A stream from its whole state; at least one word must not be zero.</summary>
    public RandomStream(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        if ((s0 | s1 | s2 | s3) == 0)
            throw new ArgumentException("A random stream cannot start from an all-zero state.", nameof(s0));
        (this.s0, this.s1, this.s2, this.s3) = (s0, s1, s2, s3);
    }

    /// <summary>Sixty-four random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
            var t = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= t;
            s3 = BitOperations.RotateLeft(s3, 45);
            return result;
        }
    }

    /// <summary>Uniform on [0, 1): a multiple of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on (0, 1): safe to take the logarithm of.</summary>
    public double NextOpen() => ((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => NextUniform() < probability;

    /// <summary>A whole number from 0 to <paramref name="limit"/> - 1, each as likely (Lemire 2019, without bias).</summary>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        unchecked
        {
            var range = (uint)limit;
            var product = (NextBits() >> 32) * range;
            if ((uint)product < range)
            {
                var floor = (0u - range) % range;
                while ((uint)product < floor)
                    product = (NextBits() >> 32) * range;
            }
            return (int)(product >> 32);
        }
    }

    /// <summary>Exponential with mean 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextExponential() => Ziggurat.Exponential(this);

    /// <summary>Normal with mean 0 and standard deviation 1.</summary>
    public double NextNormal() => Ziggurat.Normal(this);

    /// <summary>Moves 2^128 draws ahead: streams that are jumps of one another never meet in practice. 256 steps.</summary>
    public void Jump()
    {
        ulong j0 = 0, j1 = 0, j2 = 0, j3 = 0;
        foreach (var word in JumpPolynomial)
        {
            for (var bit = 0; bit < 64; bit++)
            {
                if ((word & (1UL << bit)) != 0)
                {
                    j0 ^= s0;
                    j1 ^= s1;
                    j2 ^= s2;
                    j3 ^= s3;
                }
                NextBits();
            }
        }
        (s0, s1, s2, s3) = (j0, j1, j2, j3);
    }

    /// <summary>A second stream in the same state; the two then go their own ways.</summary>
    public RandomStream Copy() => new(s0, s1, s2, s3);
}
