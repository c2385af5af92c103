using Answerable.Analysis.Measures;
using Answerable.Model.Journal;

namespace Answerable.App.Measures;

/// <summary>All quarter-hours in memory as they were last added up. Never changed: a newer image takes its place.</summary>
internal sealed class MeasuresImage
{
    public static readonly MeasuresImage Empty = new([], new Names(), 0, 0);
    private readonly Lazy<IReadOnlyDictionary<FactKind, (int First, int Last)>> _kinds;
    private Horizons? _horizons;
    private int _horizonsAt;

    public MeasuresImage(QuarterColumns[] quarters, Names names, long revision, int waiting)
    {
        (Quarters, Names, Revision, Waiting) = (quarters, names, revision, waiting);
        _kinds = new(KindsOf);
    }

    /// <summary>Rising.</summary>
    public QuarterColumns[] Quarters { get; }
    public Names Names { get; }
    public long Revision { get; }

    /// <summary>Quarter-hours that have changed and are not added up yet.</summary>
    public int Waiting { get; }

    /// <summary>The kinds there are contacts of, with their first and last quarter-hour.</summary>
    public IReadOnlyDictionary<FactKind, (int First, int Last)> Kinds => _kinds.Value;

    public ArraySegment<QuarterColumns> Between(int from, int to)
    {
        var (first, end) = (PlaceOf(from), PlaceOf(to));
        return new ArraySegment<QuarterColumns>(Quarters, first, Math.Max(0, end - first));
    }

    public Horizons HorizonsAt(int now)
    {
        if (_horizons is null || _horizonsAt != now)
            (_horizons, _horizonsAt) = (new Horizons(now, Quarters), now);
        return _horizons;
    }

    /// <summary>The image with these quarter-hours in place of what it had for them.</summary>
    public MeasuresImage With(IReadOnlyList<QuarterColumns> changed, Names names, long revision, int waiting)
    {
        if (changed.Count == 0 && waiting == Waiting)
            return this;
        var replaced = changed.Select(quarter => quarter.Quarter).ToHashSet();
        var quarters = Quarters.Where(quarter => !replaced.Contains(quarter.Quarter)).Concat(changed.Where(quarter => quarter.Cells > 0)).ToArray();
        Array.Sort(quarters, static (one, other) => one.Quarter.CompareTo(other.Quarter));
        return new MeasuresImage(quarters, names, revision, waiting);
    }

    private int PlaceOf(int quarter)
    {
        var (low, high) = (0, Quarters.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Quarters[middle].Quarter < quarter)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private Dictionary<FactKind, (int First, int Last)> KindsOf()
    {
        var kinds = new Dictionary<FactKind, (int First, int Last)>();
        foreach (var quarter in Quarters)
            foreach (var code in quarter.Codes)
                kinds[(FactKind)code.Kind] = kinds.TryGetValue((FactKind)code.Kind, out var known) ? (known.First, quarter.Quarter) : (quarter.Quarter, quarter.Quarter);
        return kinds;
    }
}
