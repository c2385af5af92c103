namespace Answerable.Model.Procedures.Drawing;

/// <summary>
/// Gives every node a row, so that ways lead downwards: the longest path from the start, ways that go back left out.
/// Row 0 is the start mark's.
/// </summary>
internal static class Layering
{
    public static Dictionary<string, int> Rows(Chart chart)
    {
        var graph = new ChartGraph(chart);
        var (order, forward) = Forward(graph);
        var rows = graph.Keys.ToDictionary(key => key, _ => 1);
        foreach (var from in order)
            foreach (var to in forward[from])
                rows[to] = Math.Max(rows[to], rows[from] + 1);
        return rows;
    }

    /// <summary>Depth first in outline order; a way to a node still open goes back. Answers the nodes in an order in which every way forward leads
    /// on.</summary>
    private static (List<string> Order, Dictionary<string, List<string>> Forward) Forward(ChartGraph graph)
    {
        var forward = graph.Keys.ToDictionary(key => key, _ => new List<string>());
        var (seen, open, finished) = (new HashSet<string>(), new HashSet<string>(), new List<string>());
        foreach (var root in graph.Keys)
        {
            var path = new Stack<(string Key, int Exit)>();
            Enter(root);
            while (path.TryPop(out var at))
            {
                if (at.Exit == graph.ExitsOf(at.Key).Count)
                {
                    open.Remove(at.Key);
                    finished.Add(at.Key);
                    continue;
                }
                path.Push((at.Key, at.Exit + 1));
                var to = graph.ExitsOf(at.Key)[at.Exit];
                if (open.Contains(to))
                    continue;
                forward[at.Key].Add(to);
                Enter(to);
            }

            void Enter(string key)
            {
                if (!seen.Add(key))
                    return;
                open.Add(key);
                path.Push((key, 0));
            }
        }
        finished.Reverse();
        return (finished, forward);
    }
}
