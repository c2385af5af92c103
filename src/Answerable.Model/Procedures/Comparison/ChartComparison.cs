namespace Answerable.Model.Procedures.Comparison;

/// <summary>What differs between two charts: nodes added, removed, changed and moved, found by their keys. Numbers alone differ without being
/// named.</summary>
public static class ChartComparison
{
    /// <summary>Those of the later chart in its order, then those that are gone.</summary>
    public static IReadOnlyList<NodeChange> Of(Chart before, Chart after)
    {
        var moved = Moved(before, after);
        var changes = after.Nodes
            .Select(node => Change(before, after, node, moved.Contains(node.Key)))
            .Where(change => change.Added || change.Moved || change.Parts.Count > 0);
        var gone = before.Nodes
            .Where(node => after.Find(node.Key) is null)
            .Select(node => new NodeChange(node.Key, node.Title, before.NumberOf(node.Key), 0, false, []));
        return [.. changes, .. gone];
    }

    /// <summary>The parts in which two nodes of one key differ. A way is the same while its target's key is, whatever its number or title.</summary>
    public static IReadOnlyList<PartChange> Parts(Chart chartBefore, Node before, Chart chartAfter, Node after)
    {
        var (was, now) = (NodeParts.Of(before, key => key).ToDictionary(), NodeParts.Of(after, key => key).ToDictionary());
        var shownBefore = NodeParts.Of(before, key => Titled(chartBefore, key)).ToDictionary();
        var shownAfter = NodeParts.Of(after, key => Titled(chartAfter, key)).ToDictionary();
        return [.. was.Keys.Union(now.Keys)
            .Where(what => was.GetValueOrDefault(what, "") != now.GetValueOrDefault(what, ""))
            .Select(what => new PartChange(what, shownBefore.GetValueOrDefault(what, ""), shownAfter.GetValueOrDefault(what, "")))];
    }

    private static string Titled(Chart chart, string key) => chart.Find(key) is { } node ? $"'{node.Title}'" : $"'{key}'";

    private static NodeChange Change(Chart before, Chart after, Node node, bool moved) => before.Find(node.Key) is { } was
        ? new NodeChange(node.Key, node.Title, before.NumberOf(node.Key), after.NumberOf(node.Key), moved, Parts(before, was, after, node))
        : new NodeChange(node.Key, node.Title, 0, after.NumberOf(node.Key), false, []);

    /// <summary>The fewest nodes that must move to turn one order into the other: those outside the longest run that kept its order.</summary>
    private static HashSet<string> Moved(Chart before, Chart after)
    {
        var common = after.Nodes.Where(node => before.Find(node.Key) is not null).Select(node => node.Key).ToArray();
        var places = Array.ConvertAll(common, before.NumberOf);
        var (length, previous) = (new int[places.Length], new int[places.Length]);
        var best = -1;
        for (var at = 0; at < places.Length; at++)
        {
            (length[at], previous[at]) = (1, -1);
            for (var earlier = 0; earlier < at; earlier++)
                if (places[earlier] < places[at] && length[earlier] >= length[at])
                    (length[at], previous[at]) = (length[earlier] + 1, earlier);
            if (best < 0 || length[at] > length[best])
                best = at;
        }
        var moved = common.ToHashSet();
        for (var at = best; at >= 0; at = previous[at])
            moved.Remove(common[at]);
        return moved;
    }
}
