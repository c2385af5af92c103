namespace Answerable.Model.Procedures;

/// <summary>The chart as nodes and ways between them, by key; exits that lead nowhere are left out.</summary>
internal sealed class ChartGraph
{
    private readonly Dictionary<string, string[]> _exits = [];
    private readonly Dictionary<string, List<string>> _entries = [];

    public ChartGraph(Chart chart)
    {
        Keys = [.. chart.Nodes.Select(node => node.Key).Distinct()];
        foreach (var key in Keys)
            _entries[key] = [];
        foreach (var node in chart.Nodes)
            _exits[node.Key] = [.. chart.ExitsOf(node).OfType<string>().Where(_entries.ContainsKey).Distinct()];
        foreach (var (from, exits) in _exits)
            foreach (var to in exits)
                _entries[to].Add(from);
    }

    public IReadOnlyList<string> Keys { get; }

    public IReadOnlyList<string> ExitsOf(string key) => _exits[key];

    /// <summary>All that can be come to from the given nodes, themselves included.</summary>
    public HashSet<string> From(IEnumerable<string> keys) => Spread(keys, key => _exits[key]);

    /// <summary>All from which one of the given nodes can be come to, themselves included.</summary>
    public HashSet<string> LeadingTo(IEnumerable<string> keys) => Spread(keys, key => _entries[key]);

    private static HashSet<string> Spread(IEnumerable<string> keys, Func<string, IEnumerable<string>> next)
    {
        var seen = new HashSet<string>(keys);
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var key))
            foreach (var neighbour in next(key))
                if (seen.Add(neighbour))
                    waiting.Enqueue(neighbour);
        return seen;
    }
}
