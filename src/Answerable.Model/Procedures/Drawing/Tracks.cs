namespace Answerable.Model.Procedures.Drawing;

/// <summary>
/// Side-by-side tracks in a gutter. Ways to one target share a track and so run together; ways to different targets that would
/// overlap get tracks of their own.
/// </summary>
internal sealed class Tracks
{
    private readonly Dictionary<string, (double From, double To)> _spans = [];
    private readonly Dictionary<string, int> _track = [];

    public int Count { get; private set; }

    public void Take(string target, double one, double other)
    {
        var (from, to) = _spans.GetValueOrDefault(target, (double.MaxValue, double.MinValue));
        _spans[target] = (Math.Min(from, Math.Min(one, other)), Math.Max(to, Math.Max(one, other)));
    }

    public int Of(string target) => _track[target];

    public void Settle()
    {
        var ends = new List<double>();
        foreach (var (target, span) in _spans.OrderBy(pair => pair.Value.From).ThenBy(pair => pair.Value.To)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var track = ends.FindIndex(end => end < span.From - 1);
            if (track < 0)
            {
                track = ends.Count;
                ends.Add(0);
            }
            ends[track] = span.To;
            _track[target] = track;
        }
        Count = ends.Count;
    }
}
