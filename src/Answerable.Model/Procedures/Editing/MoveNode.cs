using Answerable.Model.Privacy;

namespace Answerable.Model.Procedures.Editing;

/// <summary>
/// Moves a node to another place in the outline. Named ways hold; a step that leads to the one below leads to the one that is
/// below it then.
/// </summary>
/// <param name="To">The outline number it gets, from 1.</param>
public sealed record MoveNode([ToTheLetter] string Key, int To) : ChartEdit
{
    public override Outcome<Chart> Apply(Chart chart)
    {
        var number = chart.NumberOf(Key);
        if (number == 0)
            return Gone(Key);
        if (To < 1 || To > chart.Nodes.Count)
            return new Refusal("version.no-such-place", $"The outline has places 1 to {chart.Nodes.Count}; there is no place {To}.", "To");
        var nodes = chart.Nodes.ToList();
        var node = nodes[number - 1];
        nodes.RemoveAt(number - 1);
        nodes.Insert(To - 1, node);
        return chart with { Nodes = nodes };
    }

    public override string Words(Chart before) => $"Moved {Named(before, Key)} to place {To}";
    public override string NodeIn(Chart before) => Key;
}
