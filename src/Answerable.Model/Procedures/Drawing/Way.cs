namespace Answerable.Model.Procedures.Drawing;

/// <summary>A way to be drawn: from an exit of one shape to another shape.</summary>
/// <param name="Exit">Which of the shape's feet it leaves by.</param>
internal sealed record Way(string From, int Exit, string? Answer, string To)
{
    /// <summary>All the ways of a chart that lead somewhere, that from the start mark first.</summary>
    public static IEnumerable<Way> Of(Chart chart)
    {
        yield return new Way("", 0, null, chart.Start!.Key);
        foreach (var node in chart.Nodes)
        {
            var exit = 0;
            foreach (var to in chart.ExitsOf(node))
            {
                if (to is not null && chart.Find(to) is not null)
                    yield return new Way(node.Key, exit, (node as Decision)?.Answers[exit].Key, to);
                exit++;
            }
        }
    }
}
