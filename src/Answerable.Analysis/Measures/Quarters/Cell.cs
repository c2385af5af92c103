using System.Globalization;

namespace Answerable.Analysis.Measures;

/// <summary>The additive measures of one key in one quarter-hour while they are added up.</summary>
public sealed class Cell(Family family)
{
    private static readonly SortedDictionary<int, int> Nothing = [];
    private readonly int[] _counts = new int[family.Number(MeasureKind.Count)];
    private readonly long[] _sums = new long[family.Number(MeasureKind.Sum)];
    private readonly SortedDictionary<int, int>?[] _histograms = new SortedDictionary<int, int>?[family.Number(MeasureKind.Histogram)];

    public int CountOf(Measure measure) => _counts[measure.Place];
    public long SumOf(Measure measure) => _sums[measure.Place];

    /// <summary>Value to how many had it, smallest value first.</summary>
    public IReadOnlyDictionary<int, int> SpreadOf(Measure measure) => _histograms[measure.Place] ?? Nothing;

    public void Count(Measure measure, int times = 1) => _counts[measure.Place] = checked(_counts[measure.Place] + times);

    /// <param name="amount">May be negative, to take back what was added.</param>
    public void Add(Measure measure, long amount) => _sums[measure.Place] = checked(_sums[measure.Place] + amount);

    public void Mark(Measure measure, int value, int times = 1)
    {
        var spread = _histograms[measure.Place] ??= [];
        spread[value] = checked(spread.GetValueOrDefault(value) + times);
    }

    /// <summary>Adds another cell's measures to these.</summary>
    public void Add(Cell other)
    {
        foreach (var measure in family.Measures)
            switch (measure.Kind)
            {
                case MeasureKind.Count: Count(measure, other.CountOf(measure)); break;
                case MeasureKind.Sum: Add(measure, other.SumOf(measure)); break;
                case MeasureKind.Histogram: Merge(measure, other.SpreadOf(measure)); break;
            }
    }

    /// <summary>Every measure there is any of, in words.</summary>
    public override string ToString() => string.Join(' ', family.Measures.Select(measure => measure.Kind switch
    {
        MeasureKind.Count => CountOf(measure) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{measure.Name}={CountOf(measure)}"),
        MeasureKind.Sum => SumOf(measure) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{measure.Name}={SumOf(measure)}"),
        MeasureKind.Histogram => SpreadOf(measure).Count == 0 ? "" : $"{measure.Name}={Listed(SpreadOf(measure))}",
    }).Where(words => words.Length > 0));

    private static string Listed(IReadOnlyDictionary<int, int> spread) =>
        string.Join(',', spread.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}x{pair.Value}")));

    private void Merge(Measure measure, IReadOnlyDictionary<int, int> spread)
    {
        foreach (var (value, times) in spread)
            Mark(measure, value, times);
    }
}
