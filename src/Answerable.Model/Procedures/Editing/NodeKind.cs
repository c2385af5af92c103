namespace Answerable.Model.Procedures.Editing;

/// <summary>What a new line of the outline may be.</summary>
public enum NodeKind
{
    Step = 0,
    Decision = 1,
    Ending = 2,
}

public static class NodeKinds
{
    public static string Words(this NodeKind kind) => kind switch
    {
        NodeKind.Step => "Step",
        NodeKind.Decision => "Decision",
        NodeKind.Ending => "Ending",
    };

    public static NodeKind Kind(this Node node) => node switch
    {
        Step => NodeKind.Step,
        Decision => NodeKind.Decision,
        Ending => NodeKind.Ending,
        _ => throw new InvalidOperationException($"No kind for {node.GetType().Name}."),
    };
}
