namespace Answerable.Model.Procedures.Checks;

/// <summary>Every node has a key of its own.</summary>
internal static class KeyChecks
{
    public static IEnumerable<Finding> Of(Chart chart) => chart.Nodes
        .GroupBy(node => node.Key)
        .Where(same => same.Count() > 1)
        .Select(same => new Finding("chart.key-twice", same.Key,
            $"{same.Count()} steps bear the key '{same.Key}': {string.Join(", ", same.Select(node => $"'{node.Title}'"))}. Each needs its own."));
}
