namespace Answerable.Analysis.Measures;

/// <summary>A histogram merged over cells: an array for the first hour, a sorted remainder for the long tail.</summary>
/// <param name="sparse">Without the array, where a great many small distributions are kept at once.</param>
internal sealed class Distribution(bool sparse)
{
    private readonly long[] _near = new long[sparse ? 0 : 3600];
    private readonly SortedDictionary<int, long> _far = [];

    public long Total { get; private set; }

    public void Add(int value, long contacts)
    {
        Total += contacts;
        if (value < _near.Length)
            _near[value] += contacts;
        else
            _far[value] = _far.GetValueOrDefault(value) + contacts;
    }

    public void Add(Distribution other)
    {
        for (var value = 0; value < other._near.Length; value++)
            if (other._near[value] > 0)
                Add(value, other._near[value]);
        foreach (var (value, contacts) in other._far)
            Add(value, contacts);
    }

    /// <summary>The smallest value that at least so many in a thousand do not exceed; null of nothing.</summary>
    public int? At(int perMille)
    {
        if (Total == 0)
            return null;
        var rank = Math.Max(1, (Total * perMille + 999) / 1000);
        var seen = 0L;
        for (var value = 0; value < _near.Length; value++)
            if ((seen += _near[value]) >= rank)
                return value;
        foreach (var (value, contacts) in _far)
            if ((seen += contacts) >= rank)
                return value;
        throw new InvalidOperationException("The distribution holds fewer values than its total.");
    }
}
