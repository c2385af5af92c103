namespace Answerable.Model.Procedures.Checks;

/// <summary>Every path ends in an ending, nothing is cut off, nothing goes round for ever.</summary>
internal static class WayChecks
{
    public static IEnumerable<Finding> Of(Chart chart)
    {
        var graph = new ChartGraph(chart);
        var reached = graph.From([chart.Start!.Key]);
        return NoEnding(chart)
            .Concat(LeadingNowhere(chart))
            .Concat(Dead(chart, reached))
            .Concat(Endless(chart, graph, reached));
    }

    private static IEnumerable<Finding> NoEnding(Chart chart)
    {
        var endings = chart.Nodes.OfType<Ending>().ToList();
        if (endings.Count == 0)
            yield return new Finding("chart.no-ending", null, "No ending is named. Add at least one, so that every contact comes to an outcome.");
        else if (!endings.Exists(ending => ending.Resolved))
            yield return new Finding("chart.never-resolved", null,
                "No ending settles the customer's matter. Mark the one that does as resolved, if there is one.", Blocks: false);
    }

    private static IEnumerable<Finding> LeadingNowhere(Chart chart)
    {
        foreach (var line in Outline.Of(chart))
            foreach (var exit in line.Exits.Where(exit => exit.Number == 0))
                yield return new Finding("chart.leads-nowhere", line.Node.Key, exit.To is null
                    ? $"{From(chart, line.Node, exit)} leads nowhere: nothing stands below it. Add an ending, or choose where it goes."
                    : $"{From(chart, line.Node, exit)} leads to '{exit.To}', which is not in this procedure. Choose where it goes.");
    }

    private static string From(Chart chart, Node node, OutlineExit exit) =>
        exit.Label is null ? chart.Called(node) : $"The answer '{exit.Label}' of {chart.Called(node)}";

    private static IEnumerable<Finding> Dead(Chart chart, HashSet<string> reached) => chart.Nodes
        .Where(node => !reached.Contains(node.Key))
        .Select(node => new Finding("chart.dead-step", node.Key, $"{chart.Called(node)} can never be reached. Lead something to it, or remove it."));

    // A path that breaks off is reported as that; only circles without a way out are left here, each named once.
    private static IEnumerable<Finding> Endless(Chart chart, ChartGraph graph, HashSet<string> reached)
    {
        var ways = chart.Nodes.Where(node =>
            node is Ending || chart.ExitsOf(node).DefaultIfEmpty().Any(exit => exit is null || chart.Find(exit) is null));
        var free = graph.LeadingTo(ways.Select(node => node.Key));
        var caught = graph.Keys.Where(key => reached.Contains(key) && !free.Contains(key)).ToList();
        while (caught.Count > 0)
        {
            var circle = caught.Select(key => graph.From(graph.ExitsOf(key))).MinBy(round => round.Count)!;
            var inOrder = caught.Where(circle.Contains).ToList();
            yield return new Finding("chart.endless", inOrder[0], inOrder.Count == 1
                ? $"{chart.Called(chart.Find(inOrder[0])!)} leads only to itself: nobody who comes there gets out. Give it a way to an ending."
                : $"Steps {string.Join(", ", inOrder.Select(chart.NumberOf))} lead round in a circle: nobody who comes there gets out. Give one a " +
                    $"way to an ending.");
            var led = graph.LeadingTo(inOrder);
            caught.RemoveAll(led.Contains);
        }
    }
}
