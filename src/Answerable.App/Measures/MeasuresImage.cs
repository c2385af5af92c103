using Answerable.Analysis.Measures;
using Answerable.Model.Journal;

namespace Answerable.App.Measures;

/// <summary>All quarter-hours in memory as they were last added up. Never changed: a newer image takes its place.</summary>
internal sealed class MeasuresImage
{
    public static readonly MeasuresImage Empty = new([], new Names(), 0);
    private readonly Lazy<IReadOnlyDictionary<FactKind, (int First, int Last)>> _kinds;
    private Horizons? _horizons;
    private int _horizonsAt;

    private readonly int _toAddUp;
    private readonly IReadOnlyCollection<int> _unread;

    /// <param name="toAddUp">Quarter-hours that have changed and are not added up yet.</param>
    /// <param name="unread">Quarter-hours that are kept and could not be read.</param>
    public MeasuresImage(QuarterColumns[] quarters, Names names, long revision, int toAddUp = 0, IReadOnlyCollection<int>? unread = null)
    {
        (Quarters, Names, Revision, _toAddUp, _unread) = (quarters, names, revision, toAddUp, unread ?? []);
        _kinds = new(KindsOf);
    }

    /// <summary>Rising.</summary>
    public QuarterColumns[] Quarters { get; }
    public Names Names { get; }
    public long Revision { get; }

    /// <summary>Quarter-hours that are not in the figures yet, or not as they now are.</summary>
    public int Waiting => _toAddUp + _unread.Count;

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
    public MeasuresImage With(MeasuresNews news, Names names, int waiting)
    {
        var changed = news.Changed;
        if (changed.Count == 0 && news.Unread.Count == 0 && waiting == _toAddUp)
            return this;
        var replaced = changed.Select(quarter => quarter.Quarter).Concat(news.Unread).ToHashSet();
        var quarters = Quarters.Where(quarter => !replaced.Contains(quarter.Quarter)).Concat(changed.Where(quarter => quarter.Cells > 0)).ToArray();
        Array.Sort(quarters, static (one, other) => one.Quarter.CompareTo(other.Quarter));
        return new MeasuresImage(quarters, names, news.Revision, waiting, [.. _unread.Except(replaced), .. news.Unread]);
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
            foreach (var kind in quarter.Key(Dimension.Kind))
                kinds[(FactKind)kind] = kinds.TryGetValue((FactKind)kind, out var known) ? (known.First, quarter.Quarter) : (quarter.Quarter, quarter.Quarter);
        return kinds;
    }
}
