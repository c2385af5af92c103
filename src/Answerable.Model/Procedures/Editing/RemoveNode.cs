using Answerable.Model.Privacy;

namespace Answerable.Model.Procedures.Editing;

/// <summary>
/// Takes a node out. Whatever led to a step now leads to where the step led; to a decision, to where its first answer led.
/// An ending that is named as the way on by others stays until they lead elsewhere: no way is rerouted by guess.
/// Its key is not given again.
/// </summary>
public sealed record RemoveNode([ToTheLetter] string Key) : ChartEdit
{
    public override Outcome<Chart> Apply(Chart chart)
    {
        if (chart.Find(Key) is not { } gone)
            return Gone(Key);
        var onward = OnwardFrom(chart, gone);
        if (onward is null && Named(chart) is { Count: > 0 } named)
            return new Refusal("version.still-led-to",
                $"{string.Join(", ", named)} lead{(named.Count == 1 ? "s" : "")} here. Lead {(named.Count == 1 ? "it" : "them")} elsewhere first.",
                "Key");
        var left = chart with
        {
            Nodes = [.. chart.Nodes.Where(node => node.Key != Key)],
            KeysGiven = chart.LastKey(),
        };
        return left with { Nodes = [.. left.Nodes.Select(node => Redirected(chart, left, node, onward))] };
    }

    public override string Words(Chart before) => $"Removed {Named(before, Key)}";

    public override string? NodeIn(Chart before) =>
        before.Find(Key) is { } gone ? before.Below(gone) ?? before.Nodes.LastOrDefault(node => node.Key != Key)?.Key : null;

    private string? OnwardFrom(Chart chart, Node gone) => gone switch
    {
        Ending => null,
        Step { Next: { } next } when next != Key => next,
        Decision { Answers: [{ Next: { } next }, ..] } when next != Key => next,
        _ => chart.Below(gone),
    };

    private List<string> Named(Chart chart) => [.. chart.Nodes
        .Where(node => node.Key != Key && NamedWays(node).Contains(Key))
        .Select(node => Named(chart, node.Key))];

    private static IEnumerable<string?> NamedWays(Node node) => node switch
    {
        Step step => [step.Next],
        Decision decision => decision.Answers.Select(answer => answer.Next),
        _ => [],
    };

    private Node Redirected(Chart before, Chart after, Node node, string? onward) => node switch
    {
        Step step => step with { Next = Redirect(before, after, step, step.Next, onward) },
        Decision decision => decision with
        {
            Answers = [.. decision.Answers.Select(answer => answer with { Next = Redirect(before, after, decision, answer.Next, onward) })],
        },
        _ => node,
    };

    private string? Redirect(Chart before, Chart after, Node from, string? next, string? onward)
    {
        if ((next ?? before.Below(from)) != Key)
            return next;
        return onward == after.Below(after.Find(from.Key)!) ? null : onward;
    }
}
