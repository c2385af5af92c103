namespace Answerable.Analysis.Measures;

/// <summary>
/// The cells of one quarter-hour as columns: counts and times measure by measure, histograms one after another, each cell's part in its place.
/// Immutable. Memory: about 100 bytes a cell and 8 bytes for each different value of a histogram.
/// </summary>
public sealed class QuarterColumns
{
    private readonly CellCode[] _codes;
    private readonly int[] _counts;
    private readonly long[] _times;
    private readonly int[] _starts;
    private readonly int[] _values;
    private readonly int[] _contacts;
    private readonly int _has;
    private QuarterColumns? _whole;

    /// <param name="quarter">Quarter-hours since 1970-01-01T00:00Z.</param>
    public QuarterColumns(int quarter, IReadOnlyList<(CellCode Code, Cell Cell)> cells)
    {
        Quarter = quarter;
        _codes = [.. cells.Select(pair => pair.Code)];
        _counts = new int[Cell.CountKinds * cells.Count];
        _times = new long[Cell.TimeKinds * cells.Count];
        _starts = new int[Cell.HistogramKinds * cells.Count + 1];
        var entries = Enumerable.Range(0, Cell.HistogramKinds).Sum(histogram => cells.Sum(pair => pair.Cell.Spread((Histogram)histogram).Count));
        _values = new int[entries];
        _contacts = new int[entries];
        for (var place = 0; place < cells.Count; place++)
            FillSums(place, cells[place].Cell);
        FillHistograms(cells);
        _has = HasOf(_counts, _times);
    }

    /// <summary>Cells of agents' time, which have times alone: asking them for counts or histograms is a bug.</summary>
    public static QuarterColumns OfTimes(int quarter, IReadOnlyList<(CellCode Code, long[] Times)> cells)
    {
        var times = new long[Cell.TimeKinds * cells.Count];
        for (var place = 0; place < cells.Count; place++)
            for (var time = 0; time < Cell.TimeKinds; time++)
                times[time * cells.Count + place] = cells[place].Times[time];
        return new QuarterColumns(quarter, [.. cells.Select(cell => cell.Code)], [], times, [], [], []);
    }

    internal QuarterColumns(int quarter, CellCode[] codes, int[] counts, long[] times, int[] starts, int[] values, int[] contacts)
    {
        Quarter = quarter;
        (_codes, _counts, _times, _starts, _values, _contacts) = (codes, counts, times, starts, values, contacts);
        _has = HasOf(counts, times);
    }

    public int Quarter { get; }

    /// <summary>The same with one cell a kind and source, made when first asked for: what is neither split nor filtered reads these few.</summary>
    public QuarterColumns Whole => _whole ??= WholeQuarter.Of(this);

    public int Cells => _codes.Length;
    public ReadOnlySpan<CellCode> Codes => _codes;

    /// <summary>Whether any cell has any of this count: most columns of most quarter-hours hold nothing but zeros.</summary>
    public bool Has(ContactCount count) => (_has >> (int)count & 1) != 0;

    /// <summary>Whether any cell has any of this time.</summary>
    public bool HasTime(int place) => (_has >> (Cell.CountKinds + place) & 1) != 0;

    /// <summary>One count of every cell, in the order of <see cref="Codes"/>.</summary>
    public ReadOnlySpan<int> Counts(ContactCount count) => _counts.AsSpan((int)count * Cells, Cells);

    /// <summary>One time of every cell, in milliseconds.</summary>
    public ReadOnlySpan<long> Times(int place) => _times.AsSpan(place * Cells, Cells);

    /// <summary>Where each cell's part of a histogram begins in <see cref="Values"/>; one more at the end.</summary>
    public ReadOnlySpan<int> Starts(Histogram histogram) => _starts.AsSpan((int)histogram * Cells, Cells + 1);

    public ReadOnlySpan<int> Values => _values;
    public ReadOnlySpan<int> Contacts => _contacts;
    internal ReadOnlySpan<int> AllCounts => _counts;
    internal ReadOnlySpan<long> AllTimes => _times;
    internal ReadOnlySpan<int> AllStarts => _starts;

    /// <summary>The cells again as they were added up.</summary>
    public IEnumerable<(CellCode Code, Cell Cell)> ToCells()
    {
        for (var place = 0; place < Cells; place++)
            yield return (_codes[place], CellAt(place));
    }

    private static int HasOf(int[] counts, long[] times)
    {
        var has = 0;
        for (var place = 0; place < counts.Length; place++)
            if (counts[place] != 0)
                has |= 1 << place / (counts.Length / Cell.CountKinds);
        for (var place = 0; place < times.Length; place++)
            if (times[place] != 0)
                has |= 1 << Cell.CountKinds + place / (times.Length / Cell.TimeKinds);
        return has;
    }

    private void FillSums(int place, Cell cell)
    {
        for (var count = 0; count < Cell.CountKinds; count++)
            _counts[count * Cells + place] = cell.Counts[count];
        for (var time = 0; time < Cell.TimeKinds; time++)
            _times[time * Cells + place] = cell.Times[time];
    }

    private void FillHistograms(IReadOnlyList<(CellCode Code, Cell Cell)> cells)
    {
        var at = 0;
        for (var histogram = 0; histogram < Cell.HistogramKinds; histogram++)
            for (var place = 0; place < Cells; place++)
            {
                _starts[histogram * Cells + place] = at;
                foreach (var (value, contacts) in cells[place].Cell.Spread((Histogram)histogram))
                    (_values[at], _contacts[at++]) = (value, contacts);
            }
        _starts[^1] = at;
    }

    private Cell CellAt(int place)
    {
        var cell = new Cell();
        for (var count = 0; count < Cell.CountKinds; count++)
            cell.Count((ContactCount)count, _counts[count * Cells + place]);
        for (var time = 0; time < Cell.TimeKinds; time++)
            cell.Add(time, _times[time * Cells + place]);
        for (var histogram = 0; histogram < Cell.HistogramKinds; histogram++)
            for (var at = _starts[histogram * Cells + place]; at < _starts[histogram * Cells + place + 1]; at++)
                cell.Mark((Histogram)histogram, _values[at], _contacts[at]);
        return cell;
    }
}
