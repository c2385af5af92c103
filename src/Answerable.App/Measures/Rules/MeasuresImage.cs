using Answerable.Analysis.Measures;
using Answerable.Model.Journal;

namespace Answerable.App.Measures;

/// <summary>A family's quarter-hours as they were last added up: the newer in memory, of the older an outline. Never changed: a newer image takes its
/// place.</summary>
internal sealed class MeasuresImage
{
    public static readonly MeasuresImage Empty = new([], [], int.MinValue, new Names(), 0, 0, []);
    private readonly Lazy<IReadOnlyDictionary<FactKind, (int First, int Last)>> _kinds;
    private readonly int _toAddUp;
    private readonly IReadOnlyCollection<int> _unread;
    private Horizons? _horizons;
    private int _horizonsAt;

    private MeasuresImage(QuarterColumns[] quarters, QuarterOutline[] outlines, int residentFrom, Names names, long revision, int toAddUp,
        IReadOnlyCollection<int> unread)
    {
        (Quarters, Outlines, ResidentFrom, Names, Revision, _toAddUp, _unread) = (quarters, outlines, residentFrom, names, revision, toAddUp, unread);
        _kinds = new(KindsOf);
    }

    /// <summary>Those in memory, rising.</summary>
    public QuarterColumns[] Quarters { get; }

    /// <summary>All there are, rising.</summary>
    public QuarterOutline[] Outlines { get; }

    /// <summary>Earlier quarter-hours are left in storage.</summary>
    public int ResidentFrom { get; }
    public Names Names { get; }

    /// <summary>Rising.</summary>
    public long Revision { get; }

    /// <summary>Quarter-hours that are not in the figures yet, or not as they now are.</summary>
    public int Waiting => _toAddUp + _unread.Count;

    /// <summary>The kinds there are contacts of, with their first and last quarter-hour.</summary>
    public IReadOnlyDictionary<FactKind, (int First, int Last)> Kinds => _kinds.Value;

    /// <summary>Of those in memory.</summary>
    public ArraySegment<QuarterColumns> Between(int from, int to)
    {
        var (first, end) = (PlaceOf(from), PlaceOf(to));
        return new ArraySegment<QuarterColumns>(Quarters, first, Math.Max(0, end - first));
    }

    public Horizons HorizonsAt(int now)
    {
        if (_horizons is null || _horizonsAt != now)
            (_horizons, _horizonsAt) = (new Horizons(now, Outlines), now);
        return _horizons;
    }

    /// <summary>The image with these quarter-hours in place of what it had for them, and no more in memory than it may hold.</summary>
    public MeasuresImage With(MeasuresNews news, Names names, int waiting, MeasuresMemory memory)
    {
        if (news.Outlines.Count == 0 && news.Unread.Count == 0 && waiting == _toAddUp)
            return this;
        var replaced = news.Outlines.Select(outline => outline.Quarter).Concat(news.Unread).ToHashSet();
        var outlines =
            Outlines.Where(outline => !replaced.Contains(outline.Quarter)).Concat(news.Outlines.Where(outline => outline.Whose.Count > 0)).ToArray();
        var quarters =
            Quarters.Where(quarter => !replaced.Contains(quarter.Quarter)).Concat(news.Columns.Where(columns => columns.Cells > 0)).ToArray();
        Array.Sort(outlines, static (one, other) => one.Quarter.CompareTo(other.Quarter));
        Array.Sort(quarters, static (one, other) => one.Quarter.CompareTo(other.Quarter));
        var residentFrom = Math.Max(news.ResidentFrom, FirstHeld(quarters, memory));
        return new MeasuresImage([.. quarters.SkipWhile(quarter => quarter.Quarter < residentFrom)], outlines, residentFrom, names, news.Revision,
            waiting, [.. _unread.Except(replaced), .. news.Unread]);
    }

    /// <summary>The earliest quarter-hour that still has room in memory, counted from the newest.</summary>
    private static int FirstHeld(QuarterColumns[] rising, MeasuresMemory memory)
    {
        var bytes = 0L;
        for (var place = rising.Length - 1; place >= 0; place--)
            if ((bytes += rising[place].Bytes) > memory.Bytes)
                return rising[place].Quarter + 1;
        return int.MinValue;
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
        foreach (var outline in Outlines)
            foreach (var (kind, _) in outline.Whose)
                kinds[(FactKind)kind] =
                    kinds.TryGetValue((FactKind)kind, out var known) ? (known.First, outline.Quarter) : (outline.Quarter, outline.Quarter);
        return kinds;
    }
}
