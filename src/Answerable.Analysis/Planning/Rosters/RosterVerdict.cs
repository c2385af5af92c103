namespace Answerable.Analysis.Planning.Rosters;

/// <summary>What an independent reading of a roster finds: its cost in parts, and every hard rule it breaks, as sentences.</summary>
public sealed record RosterVerdict(long RequestCost, long UnderCost, long OverCost, IReadOnlyList<string> Breaches)
{
    /// <summary>No hard rule is broken.</summary>
    public bool Feasible => Breaches.Count == 0;

    /// <summary>All costs together, in the weights' unit.</summary>
    public long Cost => RequestCost + UnderCost + OverCost;
}
