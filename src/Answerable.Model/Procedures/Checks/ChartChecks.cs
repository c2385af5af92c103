using Answerable.Model.Authority;

namespace Answerable.Model.Procedures.Checks;

/// <summary>The checks before publishing: everything that is wrong with a chart, gathered, in the order of its outline.</summary>
public static class ChartChecks
{
    /// <param name="kinds">The kinds of decision the centre knows.</param>
    public static IReadOnlyList<Finding> Of(Chart chart, IReadOnlyList<DecisionKind> kinds)
    {
        if (chart.Nodes.Count == 0)
            return [new Finding("chart.empty", null, "There is nothing here yet. Add the first step.")];
        var findings = KeyChecks.Of(chart)
            .Concat(WayChecks.Of(chart))
            .Concat(chart.Nodes.SelectMany(node => OfNode(chart, node, kinds)));
        return InOrder(chart, findings);
    }

    /// <summary>The same, and whether every limit leads on to somebody who may decide more, as the matrix stands at the moment.</summary>
    public static IReadOnlyList<Finding> Of(Chart chart, IReadOnlyList<DecisionKind> kinds, Matrix matrix, DateTimeOffset at) => InOrder(chart,
        Of(chart, kinds).Concat(chart.Nodes.OfType<Step>().SelectMany(step => LimitChecks.Of(chart, step, kinds, matrix, at))));

    /// <summary>Where decisions of one kind find nobody who may make them, which limits can bring about long after the publication.</summary>
    public static IEnumerable<Finding> Stuck(Chart chart, DecisionKind kind, Matrix matrix, DateTimeOffset at) =>
        chart.Nodes.OfType<Step>().Where(step => step.Authority?.DecisionKind == kind.Code)
            .SelectMany(step => LimitChecks.Of(chart, step, [kind], matrix, at));

    private static IReadOnlyList<Finding> InOrder(Chart chart, IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.Key is null ? 0 : chart.NumberOf(finding.Key)).ThenByDescending(finding => finding.Blocks)];

    private static IEnumerable<Finding> OfNode(Chart chart, Node node, IReadOnlyList<DecisionKind> kinds) => node switch
    {
        Step step => NodeChecks.Of(chart, step)
            .Concat(StepChecks.Of(chart, step))
            .Concat(FieldChecks.Of(chart, step))
            .Concat(AuthorityChecks.Of(chart, step, kinds)),
        Decision decision => NodeChecks.Of(chart, decision).Concat(DecisionChecks.Of(chart, decision)),
        _ => NodeChecks.Of(chart, node),
    };
}
