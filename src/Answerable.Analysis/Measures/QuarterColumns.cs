namespace Answerable.Analysis.Measures;

/// <summary>
/// The cells of one quarter-hour as columns, one a dimension and one a measure there is any of; each cell's part in its place. Immutable.
/// Memory: 2 bytes a cell and dimension, 4 a count, 8 a sum, and 4 a histogram and 8 for each different value of it.
/// </summary>
public sealed class QuarterColumns
{
    private readonly ushort[][] _keys;
    private readonly int[]?[] _counts;
    private readonly long[]?[] _sums;
    private readonly Spread?[] _spreads;
    private QuarterColumns? _whole;

    /// <summary>A histogram's column.</summary>
    /// <param name="Starts">Where each cell's part begins; one more at the end.</param>
    /// <param name="Values">Rising within a cell.</param>
    /// <param name="Times">How many had each value.</param>
    internal sealed record Spread(int[] Starts, int[] Values, int[] Times);

    /// <param name="quarter">Quarter-hours since 1970-01-01T00:00Z.</param>
    public QuarterColumns(Family family, int quarter, (ushort[] Code, Cell Cell)[] cells)
    {
        (Family, Quarter, Cells) = (family, quarter, cells.Length);
        _keys = [.. family.Key.Index().Select(held => Array.ConvertAll(cells, pair => pair.Code[held.Index]))];
        (_counts, _sums, _spreads) = Empty(family);
        foreach (var measure in family.Measures)
            switch (measure.Kind)
            {
                case MeasureKind.Count: _counts[measure.Place] = OrNothing(Array.ConvertAll(cells, pair => pair.Cell.CountOf(measure))); break;
                case MeasureKind.Sum: _sums[measure.Place] = OrNothing(Array.ConvertAll(cells, pair => pair.Cell.SumOf(measure))); break;
                case MeasureKind.Histogram: _spreads[measure.Place] = SpreadOf(cells, measure); break;
            }
    }

    internal QuarterColumns(Family family, int quarter, int cells, ushort[][] keys, (int[]?[] Counts, long[]?[] Sums, Spread?[] Spreads) measures)
    {
        (Family, Quarter, Cells, _keys) = (family, quarter, cells, keys);
        (_counts, _sums, _spreads) = measures;
    }

    /// <summary>Cells of a family that has sums alone, each in the order of its measures.</summary>
    public static QuarterColumns OfSums(Family family, int quarter, (ushort[] Code, long[] Sums)[] cells)
    {
        var measures = Empty(family);
        foreach (var measure in family.Measures)
            measures.Sums[measure.Place] = OrNothing(Array.ConvertAll(cells, cell => cell.Sums[measure.Place]));
        return new QuarterColumns(family, quarter, cells.Length, [.. family.Key.Index().Select(held => Array.ConvertAll(cells, cell => cell.Code[held.Index]))], measures);
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
            const int head = 32;
            var keys = _keys.Sum(key => head + 2L * key.Length);
            var sums = _counts.Sum(column => column is null ? 0 : head + 4L * column.Length) + _sums.Sum(column => column is null ? 0 : head + 8L * column.Length);
            var spreads = _spreads.Sum(spread => spread is null ? 0 : 4 * head + 4L * (spread.Starts.Length + spread.Values.Length + spread.Times.Length));
            return (256 + keys + sums + spreads) * 6 / 5;
        }
    }

    /// <summary>The number in a dimension of every cell; of a named dimension 0 means unknown.</summary>
    public ReadOnlySpan<ushort> Key(Dimension dimension) => _keys[Family.PlaceOf(dimension)];

    /// <summary>One count of every cell; empty where no cell has any of it, as most have not.</summary>
    public ReadOnlySpan<int> Counts(Measure measure) => _counts[measure.Place];

    /// <summary>One sum of every cell; empty where no cell has any of it.</summary>
    public ReadOnlySpan<long> Sums(Measure measure) => _sums[measure.Place];

    internal Spread? SpreadOf(Measure measure) => _spreads[measure.Place];

    internal ushort[] CodeAt(int place) => Array.ConvertAll(_keys, key => key[place]);

    /// <summary>The cells again as they were added up.</summary>
    public IEnumerable<(CellKey Key, Cell Cell)> ToCells(Names names)
    {
        for (var place = 0; place < Cells; place++)
            yield return (new CellKey(Family, [.. Family.Key.Index().Select(held => names.Text(held.Item, _keys[held.Index][place]))]), CellAt(place));
    }

    internal static (int[]?[] Counts, long[]?[] Sums, Spread?[] Spreads) Empty(Family family) =>
        (new int[family.Number(MeasureKind.Count)][], new long[family.Number(MeasureKind.Sum)][], new Spread[family.Number(MeasureKind.Histogram)]);

    internal static T[]? OrNothing<T>(T[] column) where T : struct, IEquatable<T> => column.AsSpan().ContainsAnyExcept(default(T)) ? column : null;

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
                case MeasureKind.Count when _counts[measure.Place] is { } counts: cell.Count(measure, counts[place]); break;
                case MeasureKind.Sum when _sums[measure.Place] is { } sums: cell.Add(measure, sums[place]); break;
                case MeasureKind.Histogram when _spreads[measure.Place] is { } spread:
                    for (var at = spread.Starts[place]; at < spread.Starts[place + 1]; at++)
                        cell.Mark(measure, spread.Values[at], spread.Times[at]);
                    break;
            }
        return cell;
    }
}
