using Answerable.Model.Authority;

namespace Answerable.Model.Procedures;

/// <summary>A chart to be read: kinds of decision by what they are called, where they are known.</summary>
public static class KindsCalled
{
    public static Chart Of(Chart chart, IReadOnlyList<DecisionKind> kinds) => chart with { Nodes = [.. chart.Nodes.Select(node => Of(node, kinds))] };

    public static Node Of(Node node, IReadOnlyList<DecisionKind> kinds) =>
        node is Step { Authority: { } demand } step && kinds.FirstOrDefault(kind => kind.Code == demand.DecisionKind) is { } kind
            ? step with { Authority = demand with { DecisionKind = kind.Name } } : node;
}
