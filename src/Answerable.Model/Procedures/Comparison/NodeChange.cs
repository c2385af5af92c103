namespace Answerable.Model.Procedures.Comparison;

/// <summary>How one node differs between two charts.</summary>
/// <param name="NumberBefore">Its outline number before; 0 where it is new.</param>
/// <param name="NumberAfter">Its outline number after; 0 where it is gone.</param>
/// <param name="Moved">Whether its place among the nodes both have is another.</param>
public sealed record NodeChange(string Key, string Title, int NumberBefore, int NumberAfter, bool Moved, IReadOnlyList<PartChange> Parts)
{
    public bool Added => NumberBefore == 0;
    public bool Removed => NumberAfter == 0;

    public string Words => (Added, Removed, Moved, Parts.Count > 0) switch
    {
        (true, _, _, _) => "Added",
        (_, true, _, _) => "Removed",
        (_, _, true, true) => "Moved and changed",
        (_, _, true, false) => "Moved",
        _ => "Changed",
    };
}

/// <summary>One part of a node, as it was and as it is; empty where it was or is not there.</summary>
public sealed record PartChange(string What, string Before, string After);
