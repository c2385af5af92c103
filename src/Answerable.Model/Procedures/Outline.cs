using System.Globalization;
using System.Text;
using Answerable.Model.People;

namespace Answerable.Model.Procedures;

/// <summary>
/// The chart in words: numbered lines, each saying who does it and where it leads. It is the equal of the drawing for whoever
/// reads, listens or edits by keyboard.
/// </summary>
public static class Outline
{
    public static IReadOnlyList<OutlineLine> Of(Chart chart) =>
        [.. chart.Nodes.Select((node, place) => new OutlineLine(place + 1, node, [.. ExitsOf(chart, node)]))];

    public static string Text(Chart chart)
    {
        var text = new StringBuilder();
        foreach (var line in Of(chart))
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Number} {line.Node.Title} ({line.Node.Who.Words()})\n");
            if (line.Words() is { Length: > 0 } words)
                text.Append(CultureInfo.InvariantCulture, $"  {words}\n");
        }
        return text.ToString();
    }

    private static IEnumerable<OutlineExit> ExitsOf(Chart chart, Node node)
    {
        var labels = node is Decision decision ? decision.Answers.Select(answer => (string?)answer.Label) : [null];
        foreach (var (label, to) in labels.Zip(chart.ExitsOf(node)))
            yield return new OutlineExit(label, to, to is null ? 0 : chart.NumberOf(to), to is not null && to == chart.Below(node));
    }
}

/// <summary>One numbered line of the outline.</summary>
public sealed record OutlineLine(int Number, Node Node, IReadOnlyList<OutlineExit> Exits)
{
    /// <summary>Where it leads, as a sentence; empty for a step that leads to the one below.</summary>
    public string Words() => Node switch
    {
        Ending ending => ending.Resolved ? "Ends here: resolved." : "Ends here: not resolved.",
        Decision when Exits.Count == 0 => "It has no answers yet.",
        Decision => Sentence(string.Join(", ", Exits.Select(exit => $"if {LowerFirst(exit.Label!)} {exit.Way}"))),
        _ when Exits is [{ Below: true }] => "",
        _ => Sentence(Exits[0].Number > 0 ? $"then {Exits[0].Way}" : Exits[0].Way),
    };

    // "Yes" becomes "yes"; "VAT number wrong" stays.
    private static string LowerFirst(string label) =>
        label.Length > 1 && char.IsUpper(label[0]) && !char.IsUpper(label[1]) ? $"{char.ToLowerInvariant(label[0])}{label[1..]}" : label;

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
}

/// <summary>A way out of a node.</summary>
/// <param name="Label">The answer that takes it, where the node is a decision.</param>
/// <param name="To">The key it leads to; none where the outline ends before.</param>
/// <param name="Number">The outline number it leads to; 0 where there is no such node.</param>
/// <param name="Below">Whether that is simply the next line.</param>
public sealed record OutlineExit(string? Label, string? To, int Number, bool Below)
{
    public string Way => Number > 0 ? string.Create(CultureInfo.InvariantCulture, $"go to {Number}") : "it leads nowhere yet";
}
