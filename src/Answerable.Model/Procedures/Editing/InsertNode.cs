using Answerable.Model.Privacy;

namespace Answerable.Model.Procedures.Editing;

/// <summary>
/// Adds a new node below another, or at the top. A step that led elsewhere now leads to the new node, and the new node leads on
/// to where that step led, so that nothing that could be reached is cut off by adding a step.
/// </summary>
/// <param name="After">The key of the node above; none for the top.</param>
public sealed record InsertNode(NodeKind Kind, string Title, string? After) : ChartEdit
{
    public override Outcome<Chart> Apply(Chart chart)
    {
        var above = After is null ? null : chart.Find(After);
        if (After is not null && above is null)
            return Gone(After, nameof(After));
        if (chart.Nodes.Count >= MostNodes)
            return new Refusal("version.too-long", $"A procedure holds at most {MostNodes} steps. Split it, and hand over from one to the other.");
        var title = NodeText.Tidy(Title);
        if (NodeText.Title(title) is { } refused)
            return refused;

        var nodes = chart.Nodes.ToList();
        var place = chart.NumberOf(After ?? "");
        var onward = above is Step { Next: not null } step ? step.Next : null;
        if (onward is not null)
            nodes[place - 1] = (Step)above! with { Next = null };
        nodes.Insert(place, New(chart.NextKey(), title, above?.Who ?? People.Role.Agent, onward));
        return chart with { Nodes = nodes, KeysGiven = chart.LastKey() + 1 };
    }

    public override string Words(Chart before) => $"Added {Kind.Words().ToLowerInvariant()} '{CardMask.Apply(Title.Trim())}' "
        + (After is null ? "at the top" : $"below {Named(before, After)}");

    public override string NodeIn(Chart before) => before.NextKey();

    private Node New(string key, string title, People.Role who, string? next) => Kind switch
    {
        NodeKind.Step => new Step(key, title, who, next),
        NodeKind.Decision =>
            new Decision(key, title, who) { Question = title, Answers = [new Answer("a1", "Yes", next), new Answer("a2", "No", next)] },
        NodeKind.Ending => new Ending(key, title, Resolved: true, who),
    };
}
