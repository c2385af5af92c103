namespace Answerable.Analysis.Planning.Rosters;

/// <summary>Scratch cells for shortest paths, grown to the largest ever asked for.</summary>
internal sealed class PathTable
{
    /// <summary>Cells beyond which a horizon must be split: 1 GiB.</summary>
    public const long Most = 1L << 28;

    /// <summary>Cells beyond which no further limit on a shift type is counted: 64 MiB.</summary>
    public const long MostCounted = 1L << 24;

    private int[] cells = [];

    public int[] Of(long size) => cells.Length >= size ? cells : cells = new int[size];
}
