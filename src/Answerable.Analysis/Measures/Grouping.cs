namespace Answerable.Analysis.Measures;

/// <summary>Puts each cell of a slice in its group: interval by value of the split dimension.</summary>
internal sealed class Grouping
{
    private readonly (Dimension Dimension, int Number)[] _only;
    private readonly Dimension? _split;
    private readonly IReadOnlyList<int> _starts;
    private readonly bool[] _kinds = new bool[256];

    /// <param name="starts">First quarter-hours of the intervals, rising; the first is the slice's.</param>
    /// <param name="width">How many values the split has; 1 without.</param>
    public Grouping(Slice slice, Dimension? split, int width, IReadOnlyList<int> starts)
    {
        (_split, _starts, Width) = (split, starts, width);
        _only = [.. slice.Only.Select(pair => (pair.Key, pair.Value))];
        foreach (var kind in slice.Kinds)
            _kinds[(int)kind] = true;
        Present = new bool[Groups];
    }

    public int Width { get; }
    public int Groups => _starts.Count * Width;

    /// <summary>Which groups have any cell.</summary>
    public bool[] Present { get; }

    /// <summary>The least detailed columns that still tell this slice's groups apart.</summary>
    public QuarterColumns Enough(QuarterColumns quarter) =>
        quarter.Family.KeptBy(Dimension.Source) && (_split is null || WholeQuarter.Keeps(_split.Value))
            && Array.TrueForAll(_only, held => WholeQuarter.Keeps(held.Dimension))
            ? quarter.Whole
            : quarter;

    /// <summary>The group of each cell, -1 for those outside the slice.</summary>
    public void Fill(QuarterColumns quarter, Span<int> groups)
    {
        var first = IntervalOf(quarter.Quarter) * Width;
        var kinds = quarter.Key(Dimension.Kind);
        if (_split is { } split)
            Fill(groups, kinds, quarter.Key(split), first);
        else
            for (var place = 0; place < groups.Length; place++)
                groups[place] = _kinds[kinds[place]] ? first : -1;
        foreach (var (dimension, number) in _only)
            Leave(groups, quarter.Key(dimension), number);
        foreach (var group in groups)
            if (group >= 0)
                Present[group] = true;
    }

    private void Fill(Span<int> groups, ReadOnlySpan<ushort> kinds, ReadOnlySpan<ushort> split, int first)
    {
        for (var place = 0; place < groups.Length; place++)
            groups[place] = _kinds[kinds[place]] ? first + split[place] : -1;
    }

    private static void Leave(Span<int> groups, ReadOnlySpan<ushort> key, int number)
    {
        for (var place = 0; place < key.Length; place++)
            if (key[place] != number)
                groups[place] = -1;
    }

    private int IntervalOf(int quarter)
    {
        var (low, high) = (0, _starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_starts[middle] <= quarter)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
