namespace Answerable.Analysis.Measures;

/// <summary>One figure of a reading: of an interval, of a value of the split, of both, or of everything.</summary>
/// <param name="Interval">Place in the list of intervals.</param>
/// <param name="Split">Number of the value in the split dimension.</param>
/// <param name="Beside">Counts shown beside, in the order of <see cref="Kpi.Beside"/>.</param>
public sealed record KpiRow(int? Interval, int? Split, Figure Figure, IReadOnlyList<long> Beside);

/// <summary>Reads a KPI over quarter-hours: adds up its terms group by group, and divides only at the end.</summary>
public sealed class KpiReading
{
    private readonly Kpi _kpi;
    private readonly Grouping _grouping;
    private readonly bool _hasSplit;
    private readonly int _intervals;
    private readonly Totals _totals;
    private readonly TermContext _context;
    private int[] _groups = [];

    /// <param name="names">Says how many values the split has.</param>
    /// <param name="starts">First quarter-hours of the intervals, rising, the first being the slice's; at least one.</param>
    public KpiReading(Kpi kpi, KpiParameters parameters, Slice slice, Horizons horizons, Names names, Dimension? split, IReadOnlyList<int> starts)
    {
        (_kpi, Slice) = (kpi, slice);
        _hasSplit = split is not null;
        _intervals = starts.Count;
        _grouping = new Grouping(slice, split, split is { } dimension ? names.Width(dimension) : 1, starts);
        _totals = new Totals(kpi, _grouping.Groups);
        _context = new TermContext(parameters, horizons);
    }

    public Slice Slice { get; }

    /// <summary>Adds a quarter-hour of the slice; each once, in any order. O(cells + histogram entries).</summary>
    public void Add(QuarterColumns all)
    {
        var quarter = _grouping.Enough(all);
        if (_groups.Length < quarter.Cells)
            _groups = new int[Math.Max(quarter.Cells, 2 * _groups.Length)];
        var own = _groups.AsSpan(0, quarter.Cells);
        _grouping.Fill(quarter, own);
        _totals.AddUp(quarter, own, _context);
    }

    public KpiRow Total() => Row(null, null, Enumerable.Range(0, _grouping.Groups));

    /// <summary>Every interval, those without contacts too.</summary>
    public IEnumerable<KpiRow> ByInterval() =>
        Enumerable.Range(0, _intervals).Select(interval => Row(interval, null, Enumerable.Range(interval * _grouping.Width, _grouping.Width)));

    /// <summary>Every value of the split that has cells in the slice.</summary>
    public IEnumerable<KpiRow> BySplit() =>
        Enumerable.Range(0, _hasSplit ? _grouping.Width : 0)
            .Where(split => GroupsOf(split).Any(group => _grouping.Present[group]))
            .Select(split => Row(null, split, GroupsOf(split)));

    /// <summary>One value of the split, interval by interval.</summary>
    public IEnumerable<KpiRow> ByIntervalOf(int split) =>
        Enumerable.Range(0, _intervals).Select(interval => Row(interval, split, [interval * _grouping.Width + split]));

    private IEnumerable<int> GroupsOf(int split) => Enumerable.Range(0, _intervals).Select(interval => interval * _grouping.Width + split);

    private KpiRow Row(int? interval, int? split, IEnumerable<int> groups)
    {
        var (figure, beside) = _totals.Of(_kpi, [.. groups.Where(group => _grouping.Present[group])]);
        return new KpiRow(interval, split, figure, beside);
    }
}
