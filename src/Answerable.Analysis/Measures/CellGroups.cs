namespace Answerable.Analysis.Measures;

/// <summary>
/// The groups of one quarter-hour's cells. Where all are in one group, which they are unless something is split or filtered,
/// terms add whole columns up and look at no cell.
/// </summary>
internal readonly ref struct CellGroups
{
    private const int Mixed = -2;

    private CellGroups(ReadOnlySpan<int> each, int all)
    {
        Each = each;
        All = all;
    }

    /// <summary>The group of each cell, -1 for those left out; empty where all are in one.</summary>
    public ReadOnlySpan<int> Each { get; }

    /// <summary>The one group of all cells.</summary>
    public int All { get; }
    public bool AreOne => All != Mixed;

    public static CellGroups Of(ReadOnlySpan<int> each) => new(each, Mixed);
    public static CellGroups One(int group) => new([], group);
}
