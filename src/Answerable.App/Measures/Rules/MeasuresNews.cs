using Answerable.Analysis.Measures;

namespace Answerable.App.Measures;

/// <summary>
/// What an image does not know yet, as it is read in. Nothing that cannot be read breaks a reading: it is missing from it, and said to be waiting.
/// </summary>
/// <param name="seen">The revision the image is of.</param>
/// <param name="residentFrom">Of earlier quarter-hours only the outline is kept.</param>
/// <param name="memory">What the columns may take; read newest first, the oldest are left in storage.</param>
internal sealed class MeasuresNews(Family family, long seen, int residentFrom, MeasuresMemory memory)
{
    private readonly List<int> _unread = [];
    private readonly List<int> _damaged = [];
    private long _bytes;

    public long Seen { get; } = seen;
    public long Revision { get; private set; } = seen;
    public int ResidentFrom { get; private set; } = residentFrom;
    public List<QuarterOutline> Outlines { get; } = [];
    public List<QuarterColumns> Columns { get; } = [];

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
        if (found.Columns is not { } columns)
            _unread.Add(quarter);
        else
            Take(columns);
    }

    private void Take(QuarterColumns columns)
    {
        Outlines.Add(QuarterOutline.Of(columns));
        if (columns.Quarter < ResidentFrom)
            return;
        // The first reading brings everything, newest first; later ones bring little, and the image itself sees to its size.
        if (Seen == 0 && (_bytes += columns.Bytes) > memory.Bytes)
            ResidentFrom = columns.Quarter + 1;
        else
            Columns.Add(columns);
    }
}
