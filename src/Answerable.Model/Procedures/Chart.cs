using System.Globalization;
using System.Text.Json.Serialization;

namespace Answerable.Model.Procedures;

/// <summary>
/// The chart of one procedure version: its nodes in the order of the outline. The first node is where a walk begins;
/// a node that names no next node leads to the one below it.
/// </summary>
public sealed record Chart(IReadOnlyList<Node> Nodes)
{
    public static readonly Chart Empty = new([]);

    /// <summary>The highest number ever given to a key here or in the versions it was copied from: a key is never given twice.</summary>
    public int KeysGiven { get; init; }

    [JsonIgnore]
    public Node? Start => Nodes.Count > 0 ? Nodes[0] : null;

    public Node? Find(string key) => Nodes.FirstOrDefault(node => node.Key == key);

    /// <summary>The outline's number of a node, from 1; 0 where there is none.</summary>
    public int NumberOf(string key)
    {
        for (var place = 0; place < Nodes.Count; place++)
            if (Nodes[place].Key == key)
                return place + 1;
        return 0;
    }

    /// <summary>The key of the node below, where one is.</summary>
    public string? Below(Node node)
    {
        var number = NumberOf(node.Key);
        return number > 0 && number < Nodes.Count ? Nodes[number].Key : null;
    }

    /// <summary>Where a node may lead, in the order its reader meets them.</summary>
    public IEnumerable<string?> ExitsOf(Node node) => node switch
    {
        Step step => [step.Next ?? Below(step)],
        Decision decision => decision.Answers.Select(answer => answer.Next ?? Below(decision)),
        Ending => [],
        _ => throw new InvalidOperationException($"No exits for {node.GetType().Name}."),
    };

    /// <summary>The highest number among the keys given so far.</summary>
    public int LastKey() => Nodes.Aggregate(KeysGiven, (highest, node) => Math.Max(highest, NumberIn(node.Key)));

    /// <summary>The key the next new node gets.</summary>
    public string NextKey() => string.Create(CultureInfo.InvariantCulture, $"n{LastKey() + 1}");

    private static int NumberIn(string key) =>
        key.StartsWith('n') && int.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
            ? number : 0;
}
