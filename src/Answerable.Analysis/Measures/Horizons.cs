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
    /// <param name="quarters">All quarter-hours. O(cells).</param>
    public Horizons(int now, IEnumerable<QuarterColumns> quarters)
    {
        _now = now;
        foreach (var quarter in quarters.Where(quarter => quarter.Family.KeptBy(Dimension.Source)))
        {
            var kinds = quarter.Key(Dimension.Kind);
            var sources = quarter.Key(Dimension.Source);
            for (var place = 0; place < kinds.Length; place++)
                Reach(sources[place] * Kinds + kinds[place], quarter.Quarter + 1);
        }
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
