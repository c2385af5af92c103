namespace Answerable.Model.Procedures.Editing;

/// <summary>Puts a node as the designer now wants it in the place of the one with its key. What is unfinished may be kept; what cannot be is
/// refused.</summary>
public sealed record ChangeNode(Node Changed) : ChartEdit
{
    public override Outcome<Chart> Apply(Chart chart)
    {
        if (chart.Find(Changed.Key) is not { } present)
            return Gone(Changed.Key);
        if (present.Kind() != Changed.Kind())
            return new Refusal("version.other-kind",
                $"This is {One(present.Kind())} and stays one. Add a new {Changed.Kind().Words().ToLowerInvariant()} and " +
                $"remove this.");
        var tidy = NodeText.Tidy(WithAnswerKeys(Changed, present));
        var refusals = NodeText.Refusals(tidy).Concat(Ways(chart, tidy)).ToList();
        if (refusals.Count > 0)
            return refusals;
        return chart with { Nodes = [.. chart.Nodes.Select(node => node.Key == tidy.Key ? tidy : node)] };
    }

    public override string Words(Chart before)
    {
        if (before.Find(Changed.Key) is not { } present)
            return "Changed a step";
        var parts = Comparison.ChartComparison.Parts(before, present, before, NodeText.Tidy(WithAnswerKeys(Changed, present)));
        return parts.Count == 0
            ? $"Saved {Named(before, Changed.Key)} unchanged"
            : $"Changed {Named(before, Changed.Key)}: {string.Join(", ", parts.Select(part => part.What.ToLowerInvariant()))}";
    }

    public override string NodeIn(Chart before) => Changed.Key;

    /// <summary>An answer keeps its key, so that figures follow it; a new one gets a key no answer of this decision has had.</summary>
    private static Node WithAnswerKeys(Node changed, Node present)
    {
        if (changed is not Decision decision)
            return changed;
        var taken = decision.Answers.Concat(present is Decision before ? before.Answers : []).Select(answer => answer.Key).ToHashSet();
        var given = new HashSet<string>();
        return decision with
        {
            Answers = [.. decision.Answers.Select(answer => given.Add(answer.Key) && answer.Key.Length > 0 ? answer : answer with
            { Key = Fresh(taken) })]
        };
    }

    private static string Fresh(HashSet<string> taken)
    {
        var number = 1;
        while (!taken.Add($"a{number}"))
            number++;
        return $"a{number}";
    }

    private static string One(NodeKind kind) => (kind == NodeKind.Ending ? "an " : "a ") + kind.Words().ToLowerInvariant();

    private static IEnumerable<Refusal> Ways(Chart chart, Node node) => node switch
    {
        Step { Next: { } next } when chart.Find(next) is null => [NoSuch("Next", next)],
        Decision decision => decision.Answers
            .Where(answer => answer.Next is { } next && chart.Find(next) is null)
            .Select(answer => NoSuch("Answers", answer.Next!)),
        _ => [],
    };

    private static Refusal NoSuch(string field, string key) =>
        new("version.no-such-step", $"There is no step '{key}' to go to; somebody may have removed it. Choose another.", field);
}
