using Answerable.Model.Journal;

namespace Answerable.Analysis.Measures;

/// <summary>Which cells a figure is of.</summary>
/// <param name="From">First quarter-hour.</param>
/// <param name="To">The quarter-hour after the last.</param>
/// <param name="Kinds">The kinds of facts counted.</param>
/// <param name="Only">Where a dimension is held to one value, its number.</param>
public sealed record Slice(int From, int To, IReadOnlyCollection<FactKind> Kinds, IReadOnlyDictionary<Dimension, int> Only)
{
    /// <summary>What counts as performance: real contacts, live or recorded elsewhere; never what was rehearsed, drilled or invented.</summary>
    public static readonly IReadOnlyList<FactKind> Performance = [FactKind.Live, FactKind.Imported];
}
