using Answerable.Model.Journal;

namespace Answerable.Analysis.Measures;

/// <summary>
/// Until when each source's contacts are known, in quarter-hours since 1970: live contacts until now, recorded ones until the end of the
/// last quarter-hour the source delivered. A repeat after that could not have been seen, so nothing is concluded from its absence.
/// </summary>
public sealed class Horizons
{
    private static readonly int Kinds = Enum.GetValues<FactKind>().Length;
    private int[] _ends = [];
    private readonly int _now;

    /// <param name="now">The quarter-hour now.</param>
    /// <param name="quarters">All quarter-hours, those left in storage too. O(kinds and sources of all).</param>
    public Horizons(int now, IEnumerable<QuarterOutline> quarters)
    {
        _now = now;
        foreach (var quarter in quarters)
            foreach (var (kind, source) in quarter.Whose)
                Reach(source * Kinds + kind, quarter.Quarter + 1);
    }

    public int Of(ushort kind, ushort source) => kind == (ushort)FactKind.Live
        ? _now
        : Math.Min(_now, _ends[source * Kinds + kind]);

    private void Reach(int place, int end)
    {
        if (place >= _ends.Length)
            Array.Resize(ref _ends, place + Kinds);
        if (_ends[place] < end)
            _ends[place] = end;
    }
}
