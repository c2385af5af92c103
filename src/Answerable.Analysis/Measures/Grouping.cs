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
        (_split is null or Dimension.Kind or Dimension.Source) && Array.TrueForAll(_only, held => held.Dimension is Dimension.Kind or Dimension.Source) ? quarter.Whole : quarter;

    /// <summary>The group of each cell, -1 for those outside the slice.</summary>
    public void Fill(QuarterColumns quarter, Span<int> groups)
    {
        var first = IntervalOf(quarter.Quarter) * Width;
        var codes = quarter.Codes;
        for (var place = 0; place < codes.Length; place++)
        {
            ref readonly var code = ref codes[place];
            if (!_kinds[code.Kind] || !Matches(code))
            {
                groups[place] = -1;
                continue;
            }
            var group = _split is { } split ? first + code[split] : first;
            groups[place] = group;
            Present[group] = true;
        }
    }

    private bool Matches(CellCode code)
    {
        foreach (var (dimension, number) in _only)
            if (code[dimension] != number)
                return false;
        return true;
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
