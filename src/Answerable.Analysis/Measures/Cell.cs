namespace Answerable.Analysis.Measures;

/// <summary>The additive measures of one key in one quarter-hour while they are added up.</summary>
public sealed class Cell
{
    public static readonly int CountKinds = Enum.GetValues<ContactCount>().Length;
    private static readonly SortedDictionary<int, int> Nothing = [];
    public const int TimeKinds = 5;
    public const int HistogramKinds = 5;

    private readonly int[] _counts = new int[CountKinds];
    private readonly long[] _times = new long[TimeKinds];
    private readonly SortedDictionary<int, int>?[] _histograms = new SortedDictionary<int, int>?[HistogramKinds];

    public IReadOnlyList<int> Counts => _counts;
    public IReadOnlyList<long> Times => _times;

    /// <summary>Value to number of contacts, smallest value first.</summary>
    public IReadOnlyDictionary<int, int> Spread(Histogram histogram) => _histograms[(int)histogram] ?? Nothing;

    public void Count(ContactCount count, int contacts = 1) => _counts[(int)count] = checked(_counts[(int)count] + contacts);

    /// <param name="place">A <see cref="ContactTime"/> or an <see cref="AgentTime"/>.</param>
    /// <param name="milliseconds">May be negative, to take back what was added.</param>
    public void Add(int place, long milliseconds) => _times[place] = checked(_times[place] + milliseconds);

    public void Mark(Histogram histogram, int value, int contacts = 1)
    {
        var spread = _histograms[(int)histogram] ??= [];
        spread[value] = checked(spread.GetValueOrDefault(value) + contacts);
    }

    /// <summary>Adds another cell's measures to these.</summary>
    public void Add(Cell other)
    {
        for (var count = 0; count < CountKinds; count++)
            Count((ContactCount)count, other._counts[count]);
        for (var time = 0; time < TimeKinds; time++)
            Add(time, other._times[time]);
        for (var histogram = 0; histogram < HistogramKinds; histogram++)
            foreach (var (value, contacts) in other.Spread((Histogram)histogram))
                Mark((Histogram)histogram, value, contacts);
    }
}
