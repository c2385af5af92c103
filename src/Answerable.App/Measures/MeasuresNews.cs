using Answerable.Analysis.Measures;

namespace Answerable.App.Measures;

/// <summary>What an image does not know yet, as it is read in. Nothing that cannot be read breaks a reading: it is missing from it, and said to be waiting.</summary>
/// <param name="seen">The revision the image is of.</param>
internal sealed class MeasuresNews(Family family, long seen)
{
    private readonly List<int> _unread = [];
    private readonly List<int> _damaged = [];

    public long Seen { get; } = seen;
    public long Revision { get; private set; } = seen;
    public List<QuarterColumns> Changed { get; } = [];

    /// <summary>Quarter-hours that cannot be read: damaged, or written by a newer program.</summary>
    public IReadOnlyList<int> Unread => _unread;

    /// <summary>Quarter-hours that are not what they say they are: they must be added up again.</summary>
    public IReadOnlyCollection<int> Damaged => _damaged;

    public void Add(int quarter, long revision, string holds, byte[] cells)
    {
        Revision = Math.Max(Revision, revision);
        var found = QuarterBytes.Read(family, quarter, cells);
        if (found.State == QuarterBytes.Condition.Lacking && !family.Lacks(holds))
            _damaged.Add(quarter);
        if (found.Columns is { } columns)
            Changed.Add(columns);
        else
            _unread.Add(quarter);
    }
}
