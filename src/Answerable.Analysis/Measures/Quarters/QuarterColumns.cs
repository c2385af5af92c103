using System.Numerics;

namespace Answerable.Analysis.Measures;

/// <summary>
/// The cells of one quarter-hour as columns, one a dimension and one a measure there is any of; each cell's part in its place. Immutable.
/// Memory: 2 bytes a cell and dimension, 4 a count, 8 a sum, and 4 a histogram and 8 for each different value of it.
/// </summary>
public sealed class QuarterColumns
{
    // One array for all dimensions and one for all measures of a kind there are any of: a year is some 20,000 quarter-hours, and each array more is a
    // miss of the cache.
    private readonly ushort[] _keys;
    private readonly int[] _counts;
    private readonly long[] _sums;
    private readonly int[] _starts;
    private readonly int[] _values;
    private readonly int[] _times;
    private readonly uint _hasCounts;
    private readonly uint _hasSums;
    private readonly uint _hasSpreads;
    private QuarterColumns? _whole;

    /// <summary>A histogram's column on its own.</summary>
    /// <param name="Starts">Where each cell's part begins; one more at the end.</param>
    /// <param name="Values">Rising within a cell.</param>
    /// <param name="Times">How many had each value.</param>
    internal sealed record Spread(int[] Starts, int[] Values, int[] Times);

    /// <summary>A histogram as its column stands among the others: each cell's part of the values lies from its start to the next.</summary>
    internal readonly ref struct View(ReadOnlySpan<int> starts, ReadOnlySpan<int> values, ReadOnlySpan<int> times)
    {
        public ReadOnlySpan<int> Starts { get; } = starts;
        public ReadOnlySpan<int> Values { get; } = values;
        public ReadOnlySpan<int> Times { get; } = times;
        public bool IsEmpty => Starts.IsEmpty;
    }

    /// <param name="quarter">Quarter-hours since 1970-01-01T00:00Z.</param>
    public QuarterColumns(Family family, int quarter, (ushort[] Code, Cell Cell)[] cells)
        : this(family, quarter, cells.Length, [.. family.Key.Index().Select(held => Array.ConvertAll(cells, pair => pair.Code[held.Index]))],
            MeasuresOf(family, cells))
    {
    }

    internal QuarterColumns(Family family, int quarter, int cells, ushort[][] keys, (int[]?[] Counts, long[]?[] Sums, Spread?[] Spreads) measures)
    {
        (Family, Quarter, Cells) = (family, quarter, cells);
        _keys = [.. keys.SelectMany(key => key)];
        (_counts, _hasCounts) = Laid(measures.Counts);
        (_sums, _hasSums) = Laid(measures.Sums);
        var spreads = measures.Spreads.OfType<Spread>().ToArray();
        (_values, _times) = ([.. spreads.SelectMany(spread => spread.Values)], [.. spreads.SelectMany(spread => spread.Times)]);
        _hasSpreads = Laid(Array.ConvertAll(measures.Spreads, spread => spread?.Starts)).Has;
        var before = 0;
        var starts = new List<int>(spreads.Length * (cells + 1));
        foreach (var spread in spreads)
        {
            starts.AddRange(spread.Starts.Select(start => start + before));
            before += spread.Values.Length;
        }
        _starts = [.. starts];
    }

    public Family Family { get; }
    public int Quarter { get; }
    public int Cells { get; }

    /// <summary>The same with one cell a kind and source, made when first asked for: what is neither split nor filtered reads these few.</summary>
    public QuarterColumns Whole => _whole ??= WholeQuarter.Of(this);

    /// <summary>What it takes in memory, in bytes, its arrays' heads included and <see cref="Whole"/> counted as a fifth of it.</summary>
    public long Bytes
    {
        get
        {
            const int heads = 300;
            return (heads + 2L * _keys.Length + 8L * _sums.Length + 4L * (_counts.Length + _starts.Length + _values.Length + _times.Length)) * 6 / 5;
        }
    }

    /// <summary>The number in a dimension of every cell; of a named dimension 0 means unknown.</summary>
    public ReadOnlySpan<ushort> Key(Dimension dimension) => KeyAt(Family.PlaceOf(dimension));

    /// <summary>One count of every cell; empty where no cell has any of it, as most have not.</summary>
    public ReadOnlySpan<int> Counts(Measure measure) => Column(_counts, _hasCounts, measure.Place, Cells);

    /// <summary>One sum of every cell; empty where no cell has any of it.</summary>
    public ReadOnlySpan<long> Sums(Measure measure) => Column(_sums, _hasSums, measure.Place, Cells);

    internal View SpreadOf(Measure measure) => new(Column(_starts, _hasSpreads, measure.Place, Cells + 1), _values, _times);

    /// <summary>The cells again as they were added up.</summary>
    public IEnumerable<(CellKey Key, Cell Cell)> ToCells(Names names)
    {
        for (var place = 0; place < Cells; place++)
            yield return (new CellKey(Family, [.. Family.Key.Index().Select(held => names.Text(held.Item, _keys[held.Index * Cells + place]))]),
                CellAt(place));
    }

    internal static (int[]?[] Counts, long[]?[] Sums, Spread?[] Spreads) Empty(Family family) =>
        (new int[family.Number(MeasureKind.Count)][], new long[family.Number(MeasureKind.Sum)][], new Spread[family.Number(MeasureKind.Histogram)]);

    internal static T[]? OrNothing<T>(T[] column) where T : struct, IEquatable<T> => column.AsSpan().ContainsAnyExcept(default(T)) ? column : null;

    private static (T[] Laid, uint Has) Laid<T>(T[]?[] columns)
    {
        var has = 0u;
        for (var place = 0; place < columns.Length; place++)
            if (columns[place] is not null)
                has |= 1u << place;
        return ([.. columns.OfType<T[]>().SelectMany(column => column)], has);
    }

    private static ReadOnlySpan<T> Column<T>(T[] laid, uint has, int place, int length) =>
        (has >> place & 1) == 0 ? default : laid.AsSpan(BitOperations.PopCount(has & ((1u << place) - 1)) * length, length);

    private ReadOnlySpan<ushort> KeyAt(int place) => _keys.AsSpan(place * Cells, Cells);

    private static (int[]?[] Counts, long[]?[] Sums, Spread?[] Spreads) MeasuresOf(Family family, (ushort[] Code, Cell Cell)[] cells)
    {
        var measures = Empty(family);
        foreach (var measure in family.Measures)
            switch (measure.Kind)
            {
                case MeasureKind.Count:
                    measures.Counts[measure.Place] =
                    OrNothing(Array.ConvertAll(cells, pair => pair.Cell.CountOf(measure))); break;
                case MeasureKind.Sum: measures.Sums[measure.Place] = OrNothing(Array.ConvertAll(cells, pair => pair.Cell.SumOf(measure))); break;
                case MeasureKind.Histogram: measures.Spreads[measure.Place] = SpreadOf(cells, measure); break;
            }
        return measures;
    }

    private static Spread? SpreadOf((ushort[] Code, Cell Cell)[] cells, Measure measure)
    {
        var starts = new int[cells.Length + 1];
        for (var place = 0; place < cells.Length; place++)
            starts[place + 1] = starts[place] + cells[place].Cell.SpreadOf(measure).Count;
        if (starts[^1] == 0)
            return null;
        var entries = cells.SelectMany(pair => pair.Cell.SpreadOf(measure)).ToArray();
        return new Spread(starts, Array.ConvertAll(entries, entry => entry.Key), Array.ConvertAll(entries, entry => entry.Value));
    }

    private Cell CellAt(int place)
    {
        var cell = new Cell(Family);
        foreach (var measure in Family.Measures)
            switch (measure.Kind)
            {
                case MeasureKind.Count when Counts(measure) is { IsEmpty: false } counts: cell.Count(measure, counts[place]); break;
                case MeasureKind.Sum when Sums(measure) is { IsEmpty: false } sums: cell.Add(measure, sums[place]); break;
                case MeasureKind.Histogram when SpreadOf(measure) is { IsEmpty: false } spread:
                    for (var at = spread.Starts[place]; at < spread.Starts[place + 1]; at++)
                        cell.Mark(measure, spread.Values[at], spread.Times[at]);
                    break;
            }
        return cell;
    }
}
